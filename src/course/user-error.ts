/** Ends an operation before anything was changed; the message is a sentence for the learner. */
export class UserError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UserError';
  }
}
