import { serve } from '../../../src/cli/serve.ts';

/** The server as `ground-up serve` runs it. Arguments: the port, and a data folder if there is one. */
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
const [, , port = '0', dataFolder] = process.argv;
process.exitCode = await serve({
  port: Number(port),
  dataFolder,
  print: (line) => console.log(line),
  signal: stop.signal,
});
