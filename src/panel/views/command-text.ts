import type { CommandForm } from '../../domain/aggregate.ts';
import type { CommandSeen } from '../../timeline/entry.ts';
import { methodCall } from '../../timeline/method-call.ts';
import { brief } from './brief.ts';

/** As on the timeline: `addLine(tea, 2)`. */
export function commandText(forms: readonly CommandForm[], seen: CommandSeen): string {
  if (seen.kind === 'call') return brief(seen.text);
  const { method, args } = methodCall(forms, seen.command);
  const texts = args.flatMap((arg) => (typeof arg === 'object' ? Object.values(arg) : [arg])).map(String);
  return `${method}(${texts.map((text) => brief(text)).join(', ')})`;
}
