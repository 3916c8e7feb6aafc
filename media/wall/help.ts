import { html, type TemplateResult } from 'lit';

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['1–6'], 'add an event, command, actor, constraint or policy, aggregate, hot spot'],
  [['↑', '↓'], 'to the note before and after, moment by moment'],
  [['←', '→'], 'to the moment before and after'],
  [['Home', 'End'], 'to the first and the last note'],
  [['Enter'], 'write on it; Enter again is done, Shift+Enter a new line, Escape leaves it as it was'],
  [['Alt+← → ↑ ↓'], 'move the note'],
  [['C'], 'connect: go to another note and press Enter; the same again disconnects'],
  [['K'], 'make it another kind of note'],
  [['I'], 'insert an empty moment before this one'],
  [['Delete'], 'delete it'],
  [['F12'], 'show the class that has its name'],
  [['+', '−', '0'], 'zoom in, out, and back'],
  [['Ctrl+Z', 'Ctrl+Y'], 'undo and redo, as in every file'],
];

export const helpTemplate: TemplateResult = html`
  <div class="help" id="help" popover role="dialog" aria-labelledby="help-title">
    <div class="help-head">
      <h2 id="help-title">Keys and mouse</h2>
      <button class="gu-icon" popovertarget="help" popovertargetaction="hide" aria-label="Close the help">
        <span class="codicon codicon-close" aria-hidden="true"></span>
      </button>
    </div>
    <p>
      Drag a note to move it, double-click it to write. To connect two notes, choose the first, press the arrow above, and choose
      the second. A finger does the same as a mouse.
    </p>
    <dl>
      ${keys.map(
        ([each, what]) => html`<div>
          <dt>${each.map((key) => html`<kbd>${key}</kbd> `)}</dt>
          <dd>${what}</dd>
        </div>`,
      )}
    </dl>
  </div>
`;
