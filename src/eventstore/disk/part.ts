/** What can be done with a store's file that nobody has open. The root of a bundle of its own. */

export { importStore } from './damage/restore.ts';
export { exportStore, verifyStore } from './look.ts';
