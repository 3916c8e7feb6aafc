const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG'];

/** Nothing of the host's environment but what a runtime needs to start: it may hold secrets, and options for the runtime. */
export function childEnvironment(added: Readonly<Record<string, string>>): Record<string, string> {
  const own = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { ...Object.fromEntries(own), ...added };
}
