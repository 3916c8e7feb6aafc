import { pack } from '../build/pack.ts';
import { failed, passed, type Suite } from './suite.ts';

const most = 3 * 1024 * 1024;

/** Builds and packs what learners install; one test, which also holds the size. */
export const packSuite = (): Suite => ({
  title: 'build and package',
  async run() {
    const { bytes } = await pack();
    return bytes <= most ? passed() : failed(`ground-up.vsix has ${bytes} bytes; at most ${most} were wanted.`);
  },
});
