import type { FromPage } from '../../src/pages/panel/contract.ts';

const steps: Readonly<Record<string, FromPage>> = {
  ArrowLeft: { type: 'step', by: 'back' },
  ArrowRight: { type: 'step', by: 'forward' },
  Home: { type: 'step', by: 'first' },
  End: { type: 'step', by: 'last' },
};

/** Stepping works wherever the focus is, but for controls that need those keys themselves. */
export function handleKey(event: KeyboardEvent, ask: (message: FromPage) => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
  const message = steps[event.key];
  if (message === undefined) return;
  event.preventDefault();
  ask(message);
}
