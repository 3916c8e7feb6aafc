import { assertNever } from '../../base/errors.ts';
import type { FromPage } from '../../pages/guide/contract.ts';
import { parseGuideLink } from '../../pages/guide/links.ts';
import type { GuideActions } from './guide-model.ts';

/** What answering a message needs of the editor around the page. */
export interface GuideSurroundings {
  /** The editor column for code, where that is not the active one. */
  readonly codeColumn: number | undefined;
  /** Sends the page the whole state. */
  sendState(): void;
  openWebPage(url: string): Promise<void>;
}

/** Does what the learner asked for on the page. Only what runs their code waits for trust, and the actions see to that. */
export async function receive(message: FromPage, actions: GuideActions, around: GuideSurroundings): Promise<unknown> {
  switch (message.type) {
    case 'ready':
      return around.sendState();
    case 'check':
      return actions.checkStep(message.step);
    case 'checkAll':
      return actions.checkAll();
    case 'revealHint':
      return actions.revealHint(message.step);
    case 'compareWithSolution':
      return actions.compareWithSolution(message.step);
    case 'showInPanel':
      return actions.showInPanel();
    case 'stepThroughCheck':
      return actions.stepThroughCheck(message.step);
    case 'goToStep':
      return actions.goToStep(message.step);
    case 'openLink':
      return openLink(message.link, actions, around);
    case 'openLocation':
      return actions.openLocation(
        { file: message.file, line: message.line, column: message.column },
        around.codeColumn,
      );
    case 'nextExercise':
      return actions.nextExercise();
    case 'bringMySolutionAlong':
      return actions.bringMySolutionAlong();
    case 'returnToExercise':
      return actions.returnToExercise();
    case 'startTutorial':
      return actions.startTutorial();
    case 'trust':
      return actions.trust();
    default:
      return assertNever(message);
  }
}

async function openLink(text: string, actions: GuideActions, around: GuideSurroundings): Promise<void> {
  const link = parseGuideLink(text);
  if (link?.kind === 'web') return around.openWebPage(link.url);
  if (link?.kind === 'code') return actions.openCode(link, around.codeColumn);
}
