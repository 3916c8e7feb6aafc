import type * as vscode from 'vscode';
import { connectionVariable } from '../../learner/protocol.ts';
import type { StoreState } from './hosted-store.ts';

const loopback = 'localhost,127.0.0.1,::1';
const proxyVariables = ['no_grpc_proxy', 'no_proxy'];

/**
 * Tells new terminals where the store is. A corporate proxy would otherwise be asked for
 * localhost, since the gRPC clients obey `http_proxy`.
 */
export function tellTerminals(variables: vscode.EnvironmentVariableCollection, state: StoreState): void {
  for (const name of [connectionVariable, ...proxyVariables]) variables.delete(name);
  const address = addressOf(state);
  if (address === undefined) return;
  variables.replace(connectionVariable, address);
  for (const name of proxyVariables) variables.prepend(name, `${loopback},`);
}

/** The same for a process that we start ourselves. */
export function storeEnvironment(state: StoreState): Record<string, string> {
  const address = addressOf(state);
  if (address === undefined) return {};
  return { [connectionVariable]: address, no_grpc_proxy: loopback, no_proxy: loopback };
}

function addressOf(state: StoreState): string | undefined {
  return state.kind === 'open' || state.kind === 'lost' ? state.connectionString : undefined;
}
