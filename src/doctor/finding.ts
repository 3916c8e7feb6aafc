/** What came of looking at one thing. Every text is a sentence or two, for a person in trouble. */
export type Outcome =
  | { readonly kind: 'well'; readonly note: string }
  | Trouble
  /** Nobody could find out, or not in time. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** `problem`: something does not work. `warning`: all works, and may not for long or not as one thinks. */
export interface Trouble {
  readonly kind: 'problem' | 'warning';
  readonly wrong: string;
  readonly remedy: string;
  /** What an editor can do about it at the press of a button. */
  readonly action?: Action;
}

export type Action =
  | 'installGit'
  | 'setIdentity'
  | 'openAnotherFolder'
  | 'trustFolder'
  | 'showStore'
  | 'useServer'
  | 'changeTimeLimit'
  | 'updateEditor';

export type Finding = Outcome & { readonly subject: string };

/** One look at one thing. It gives up when its signal says so, and changes nothing for good. */
export interface Examination {
  readonly subject: string;
  examine(signal: AbortSignal): Promise<Outcome>;
}

/** Whether there is something to mend, or something nobody could look at. */
export function isAmiss({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind !== 'well';
}
