import { command } from '../command.ts';
import { print } from '../print.ts';
import { findResources } from '../resources.ts';

export const doctor = command({
  name: 'doctor',
  takes: '[FOLDER]',
  about: 'say what is wrong here, and what to do; 0 all is well, 1 not',
  words: 1,
  options: {
    data: { kind: 'text', value: 'DIRECTORY', about: 'look at the event store there too' },
    port: { kind: 'text', value: 'NUMBER', about: 'where the event store wants to be (default: 2113)' },
    limit: { kind: 'text', value: 'SECONDS', about: 'how long each look may take (default: 4)' },
  },
  async run(given) {
    const [directory = '.'] = given.words;
    const port = given.text('port') ?? '2113';
    if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
      return { wrong: `“${port}” is no port: 1 to 65535.` };
    const seconds = Number(given.text('limit') ?? '4');
    if (!(seconds > 0 && seconds <= 600)) return { wrong: `“${given.text('limit')}” is no time: 1 to 600 seconds.` };
    const { doctor: examine } = await import('../doctor.ts');
    return examine({
      directory,
      dataFolder: given.text('data'),
      port: Number(port),
      limit: seconds * 1000,
      resources: findResources(),
      commandLine: process.argv[1] ?? '',
      print,
    });
  },
});
