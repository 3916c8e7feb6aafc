/** What can be done with a store's file that nobody has open. The root of a bundle of its own. */
export { exportStore, verifyStore } from './look.ts';
export { importStore } from './restore.ts';
