import { relative } from 'node:path';
import { pack } from './build/pack.ts';
import { root } from './root.ts';

const { vsix, bytes } = await pack();
console.log(`Packed ${relative(root, vsix)}, ${(bytes / 1024 / 1024).toFixed(2)} MB.`);
