import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { perform } from '../../../src/editor/guide/guide-actions.ts';
import type { GuideModel } from '../../../src/editor/guide/guide-model.ts';
import type { GuideAction } from '../../../src/panel/guide-contract.ts';

/** Writes down what it is asked for, in the words of the model. */
class Diary implements GuideModel {
  readonly entries: unknown[][] = [];
  readonly facts = { kind: 'nothing' } as const;
  readonly onDidChange = () => ({ dispose: () => {} });
  readonly check = this.#noting('check');
  readonly checkAll = this.#noting('checkAll');
  readonly revealHint = this.#noting('revealHint');
  readonly compareWithSolution = this.#noting('compareWithSolution');
  readonly showInPanel = this.#noting('showInPanel');
  readonly stepThroughCheck = this.#noting('stepThroughCheck');
  readonly goToStep = this.#noting('goToStep');
  readonly openCode = this.#noting('openCode');
  readonly openLocation = this.#noting('openLocation');
  readonly nextExercise = this.#noting('nextExercise');
  readonly startTutorial = this.#noting('startTutorial');
  readonly trust = this.#noting('trust');

  #noting(what: string) {
    return async (...args: readonly unknown[]): Promise<void> => {
      this.entries.push([what, ...args]);
    };
  }
}

async function given(action: GuideAction): Promise<unknown[][]> {
  const diary = new Diary();
  await perform(action, diary, {
    codeColumn: 2,
    sendState: () => diary.entries.push(['sendState']),
    openWebPage: async (url) => {
      diary.entries.push(['openWebPage', url]);
    },
  });
  return diary.entries;
}

describe('an action of the page', () => {
  it('is answered with the whole state when the page is ready', async () => {
    assert.deepEqual(await given({ kind: 'ready' }), [['sendState']]);
  });

  it('asks the model for the same', async () => {
    for (const kind of ['checkAll', 'showInPanel', 'nextExercise', 'startTutorial', 'trust'] as const) {
      assert.deepEqual(await given({ kind }), [[kind]]);
    }
  });

  it('names its step', async () => {
    for (const kind of ['check', 'revealHint', 'compareWithSolution', 'stepThroughCheck', 'goToStep'] as const) {
      assert.deepEqual(await given({ kind, step: '1.5' }), [[kind, '1.5']]);
    }
  });

  it('opens code in the column beside the guide', async () => {
    const at = { file: 'src/cli.ts', line: 3, column: 1 };
    assert.deepEqual(await given({ kind: 'openLocation', ...at }), [['openLocation', at, 2]]);
    assert.deepEqual(await given({ kind: 'openLink', link: 'open:src/domain/game.ts#apply' }), [
      ['openCode', { kind: 'code', file: 'src/domain/game.ts', member: 'apply' }, 2],
    ]);
  });

  it('opens a web page outside of the editor', async () => {
    assert.deepEqual(await given({ kind: 'openLink', link: 'https://example.org/' }), [
      ['openWebPage', 'https://example.org/'],
    ]);
  });

  it('follows no other link', async () => {
    for (const link of ['command:quit', 'file:///etc/passwd', 'open:../x', 'javascript:alert(1)']) {
      assert.deepEqual(await given({ kind: 'openLink', link }), []);
    }
  });
});
