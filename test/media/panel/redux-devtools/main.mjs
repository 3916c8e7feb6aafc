// Redux DevTools' own monitors on as many actions as the panel's bench has events. Plain JavaScript:
// it is bundled with its own dependencies and is no part of the project's types.
import { createDevTools } from '@redux-devtools/core';
import { InspectorMonitor } from '@redux-devtools/inspector-monitor';
import { ActionCreators } from '@redux-devtools/instrument';
import { SliderMonitor } from '@redux-devtools/slider-monitor';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { createStore } from 'redux';

const empty = { playerOne: null, nextPlayer: null, board: { A: [], B: [], C: [], D: [], E: [], F: [], G: [] } };

function reducer(state = empty, action) {
  if (action.type === 'GameStarted') return { ...empty, playerOne: 'Ada', nextPlayer: 'Ada' };
  if (action.type !== 'MoveMade') return state;
  const token = action.player === 'Ada' ? 'RED' : 'YELLOW';
  const column = [...state.board[action.column], token];
  return {
    ...state,
    nextPlayer: action.player === 'Ada' ? 'Bob' : 'Ada',
    board: { ...state.board, [action.column]: column },
  };
}

function actionAt(index) {
  const turn = index % 30;
  if (turn === 0) return { type: 'GameStarted' };
  return { type: 'MoveMade', player: turn % 2 === 1 ? 'Ada' : 'Bob', column: 'ABCDEFG'[turn % 7] };
}

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** Both monitors on one store, as a dock would hold them. */
function Both(props) {
  return h(
    'div',
    null,
    h('div', { id: 'slider' }, h(SliderMonitor, props)),
    h('div', { id: 'list' }, h(InspectorMonitor, props)),
  );
}
Both.update = InspectorMonitor.update;

window.begin = async (count) => {
  const DevTools = createDevTools(h(Both));
  const store = createStore(reducer, DevTools.instrument({ maxAge: count + 1_000 }));
  const actions = Array.from({ length: count }, (_, index) => actionAt(index));
  // All at once, as an import does: one by one, the first thousand alone would take minutes.
  store.liftedStore.dispatch(ActionCreators.importState(actions));
  const at = performance.now();
  createRoot(document.getElementById('root')).render(h(Provider, { store }, h(DevTools, { store })));
  await painted();
  while (document.getElementById('list')?.textContent.includes('MoveMade') !== true) await painted();
  window.seek = async (index) => {
    const began = performance.now();
    store.liftedStore.dispatch(ActionCreators.jumpToState(index));
    await painted();
    return performance.now() - began;
  };
  window.append = async (index) => {
    const began = performance.now();
    store.dispatch(actionAt(index));
    await painted();
    return performance.now() - began;
  };
  return performance.now() - at;
};
