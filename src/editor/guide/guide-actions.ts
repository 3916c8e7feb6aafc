import { assertNever } from '../../base/errors.ts';
import type { GuideAction } from '../../panel/guide-contract.ts';
import { parseGuideLink } from '../../panel/guide-links.ts';
import type { GuideModel } from './guide-model.ts';

/** What answering an action needs of the editor around the page. */
export interface GuideSurroundings {
  /** The editor column for code: the one beside the guide. */
  readonly codeColumn: number;
  /** Sends the page the whole state. */
  sendState(): void;
  openWebPage(url: string): Promise<void>;
}

/** Does what the learner asked for on the page. Only what runs their code waits for trust, and the model sees to that. */
export async function perform(action: GuideAction, model: GuideModel, around: GuideSurroundings): Promise<void> {
  switch (action.kind) {
    case 'ready':
      return around.sendState();
    case 'check':
      return model.check(action.step);
    case 'checkAll':
      return model.checkAll();
    case 'revealHint':
      return model.revealHint(action.step);
    case 'compareWithSolution':
      return model.compareWithSolution(action.step);
    case 'showInPanel':
      return model.showInPanel();
    case 'stepThroughCheck':
      return model.stepThroughCheck(action.step);
    case 'goToStep':
      return model.goToStep(action.step);
    case 'openLink':
      return openLink(action.link, model, around);
    case 'openLocation':
      return model.openLocation({ file: action.file, line: action.line, column: action.column }, around.codeColumn);
    case 'nextExercise':
      return model.nextExercise();
    case 'startTutorial':
      return model.startTutorial();
    case 'trust':
      return model.trust();
    default:
      return assertNever(action);
  }
}

async function openLink(text: string, model: GuideModel, around: GuideSurroundings): Promise<void> {
  const link = parseGuideLink(text);
  if (link?.kind === 'web') return around.openWebPage(link.url);
  if (link?.kind === 'code') return model.openCode(link, around.codeColumn);
}
