import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Emitter } from '../../src/base/emitter.ts';
import { awaitFirstWord } from '../../src/editor/first-word.ts';

/** A page that says nothing until it is told to, at a time that stands still until it is moved on. */
function given(t: TestContext, { visible = true } = {}) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const [shown, spoke, closed] = [new Emitter<void>(), new Emitter<void>(), new Emitter<void>()];
  const happened: string[] = [];
  let isVisible = visible;
  awaitFirstWord({
    isVisible: () => isVisible,
    onDidChangeVisibility: shown.event,
    onDidSpeak: spoke.event,
    onDidClose: closed.event,
    loadAgain: () => happened.push('loaded again'),
    giveUp: () => happened.push('given up'),
  });
  return {
    happened,
    spoke,
    closed,
    show(now: boolean) {
      isVisible = now;
      shown.fire();
    },
    pass: (seconds: number) => t.mock.timers.tick(seconds * 1000),
  };
}

describe('a page that is loaded', () => {
  it('is left alone once it has spoken', (t) => {
    const { happened, spoke, pass } = given(t);
    pass(5);
    spoke.fire();
    pass(100);
    assert.deepEqual(happened, []);
  });

  it('is loaded again without a word when it stays empty', (t) => {
    const { happened, spoke, pass } = given(t);
    pass(30);
    assert.deepEqual(happened, ['loaded again']);
    spoke.fire();
    pass(100);
    assert.deepEqual(happened, ['loaded again']);
  });

  it('is given up, once, when it stays empty even so', (t) => {
    const { happened, pass } = given(t);
    pass(30);
    pass(60);
    assert.deepEqual(happened, ['loaded again', 'given up']);
    pass(1000);
    assert.equal(happened.length, 2);
  });

  it('is not missed while it is hidden, and has its time again when it is shown', (t) => {
    const { happened, show, pass } = given(t);
    pass(10);
    show(false);
    pass(1000);
    assert.deepEqual(happened, []);
    show(true);
    pass(20);
    assert.deepEqual(happened, []);
    pass(10);
    assert.deepEqual(happened, ['loaded again']);
  });

  it('is forgotten when it is closed', (t) => {
    const { happened, closed, pass } = given(t, { visible: false });
    closed.fire();
    pass(1000);
    assert.deepEqual(happened, []);
  });
});
