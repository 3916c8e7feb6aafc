/** What the editor loads when somebody asks for the doctor; the root of a bundle of its own. */

export { examinationsFor } from './examinations.ts';
export { examineAll } from './examine.ts';
export { saveIdentity } from './git.ts';
export { thisPerson } from './person.ts';
export { headline, reportText } from './report.ts';
export { verifyWith } from './verify-store.ts';
export { withoutSecrets } from './without-secrets.ts';
