import { stat } from 'node:fs/promises';
import { arch, release } from 'node:os';
import { resolve } from 'node:path';
import { examinationsFor } from '../doctor/examinations.ts';
import { examineAll } from '../doctor/examine.ts';
import { isAmiss } from '../doctor/finding.ts';
import { thisPerson } from '../doctor/person.ts';
import { reportText } from '../doctor/report.ts';
import { verifyWith } from '../doctor/verify-store.ts';
import { withoutSecrets } from '../doctor/without-secrets.ts';
import { connectionVariable } from '../learner/protocol.ts';
import { createLearnerRunner } from '../learner/runner.ts';
import type { Resources } from './resources.ts';
import { createRuntime } from './runtime.ts';
import { ownVersion } from './version.ts';

export interface DoctorOptions {
  /** The learner's workspace, or any other folder. */
  readonly directory: string;
  /** Where an event store keeps its events; none is looked at when undefined. */
  readonly dataFolder: string | undefined;
  /** Where the event store wants to be. */
  readonly port: number;
  /** How long each look may take, milliseconds. */
  readonly limit: number;
  readonly resources: Resources;
  /** The program's own file, to be started again for what takes long. */
  readonly commandLine: string;
  readonly print: (text: string) => void;
}

/** `ground-up doctor`: 0 when all is well, 1 when something is amiss, 2 when there is no such folder. */
export async function doctor(options: DoctorOptions): Promise<number> {
  const { directory, dataFolder, port, limit, resources, commandLine, print } = options;
  if (!(await isFolder(directory))) {
    print(`There is no folder ${directory}.`);
    return 2;
  }
  const folder = resolve(directory);
  const findings = await examineAll(
    examinationsFor({
      git: 'git',
      gitFolder: folder,
      environment: process.env,
      makeRunner: async () => createLearnerRunner(createRuntime(resources)),
      port: {
        port,
        ownAddress: process.env[connectionVariable],
        isEventStore: async (taken) => (await import('../grpc/bundle.ts')).isEventStore(taken, limit / 2),
      },
      workspace: folder,
      isTrusted: undefined,
      store:
        dataFolder === undefined
          ? undefined
          : { kind: 'folder', folder: resolve(dataFolder), verify: verifyWith(commandLine) },
      checks: undefined,
    }),
    limit,
  );
  const product = `Ground Up ${ownVersion()}, Node ${process.versions.node}, ${process.platform} ${release()} ${arch()}`;
  print(withoutSecrets(reportText(findings, product), thisPerson()));
  return findings.some(isAmiss) ? 1 : 0;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
