import type { Consumer } from '../consumer.ts';

/** Consumers in turn. */
class Rotation {
  protected readonly order: Consumer[] = [];

  join(consumer: Consumer): void {
    this.order.push(consumer);
  }

  leave(consumer: Consumer): void {
    const index = this.order.indexOf(consumer);
    if (index >= 0) this.order.splice(index, 1);
  }

  protected toTheEnd(consumer: Consumer): void {
    this.leave(consumer);
    this.order.push(consumer);
  }
}

/** Each message goes to the next consumer that has room. */
export class RoundRobin extends Rotation {
  choose(): Consumer | undefined {
    const next = this.order.find(({ hasRoom }) => hasRoom);
    if (next !== undefined) this.toTheEnd(next);
    return next;
  }
}

/** One consumer gets everything until it has no room; then it is the next one's turn. */
export class DispatchToSingle extends Rotation {
  choose(): Consumer | undefined {
    const next = this.order.find(({ hasRoom }) => hasRoom);
    if (next === undefined) return undefined;
    for (const full of this.order.slice(0, this.order.indexOf(next))) this.toTheEnd(full);
    return next;
  }
}
