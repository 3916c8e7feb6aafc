/** What a browser opens to see a folder, with an extension from its sources or a bundle of tests to run in it. */
export interface WorkbenchAddress {
  readonly folder?: string;
  /** A folder with an extension's package.json, run without being installed. */
  readonly extension?: string;
  /** A CommonJS file that exports `run()`, called once the workbench is up. */
  readonly tests?: string;
}

/** Paths are absolute with forward slashes, as they are on the machine that runs the server. */
export function addressOf(workbench: URL, { folder, extension, tests }: WorkbenchAddress): string {
  const url = new URL(workbench);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', folder);
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

const remote = (path: string): string => `vscode-remote://remote${encodeURI(path)}`;
