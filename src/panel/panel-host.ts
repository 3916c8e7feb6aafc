import type { SourceLocation } from '../base/source-location.ts';

/** What only an editor can do. */
export interface PanelHost extends TextDialogs {
  openLocation(location: SourceLocation): void;
  /** Opens the learner's own aggregate. */
  openCode(): void;
  openLarge(): void;
  trust(): void;
  startTutorial(): void;
}

/** Where texts go to and come from: dialogs and the clipboard. */
export interface TextDialogs {
  /** Asks where to, and writes; false when the person thought better of it. */
  saveText(name: string, text: string): Promise<boolean>;
  /** Asks for a file and reads it. */
  openText(): Promise<string | undefined>;
  copyText(text: string): Promise<void>;
}
