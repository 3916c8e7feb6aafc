import { NoteElement } from './note-element.ts';

/** The note that an event is about. */
export function noteElementAt(target: EventTarget | null): NoteElement | undefined {
  const found = target instanceof Element ? target.closest('wall-note') : null;
  return found instanceof NoteElement ? found : undefined;
}
