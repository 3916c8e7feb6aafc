// Lets Node find './events' where the file is events.ts, as the editor does. Only `npm test` and
// `npm run play` need this; the companion runs your code without it.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('.') || error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      return nextResolve(`${specifier.replace(/\.js$/, '')}.ts`, context);
    }
  },
});
