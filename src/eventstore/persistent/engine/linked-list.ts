/** A place in a list, by which what stands there is taken out again. */
export interface Link<T> {
  readonly value: T;
  next: Link<T> | undefined;
  previous: Link<T> | undefined;
  /** Undefined once it was taken out. */
  list: LinkedList<T> | undefined;
}

/** Keeps an order from which anything can be taken out at once, wherever it stands. */
export class LinkedList<T> {
  #first: Link<T> | undefined;
  #last: Link<T> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): Link<T> | undefined {
    return this.#first;
  }

  get last(): Link<T> | undefined {
    return this.#last;
  }

  push(value: T): Link<T> {
    return this.insertAfter(this.#last, value);
  }

  /** After nothing is at the front. */
  insertAfter(previous: Link<T> | undefined, value: T): Link<T> {
    const next = previous === undefined ? this.#first : previous.next;
    const link: Link<T> = { value, previous, next, list: this };
    this.#size += 1;
    if (previous === undefined) this.#first = link;
    else previous.next = link;
    if (next === undefined) this.#last = link;
    else next.previous = link;
    return link;
  }

  /** Taking out what does not stand here (any more) is harmless. */
  remove(link: Link<T>): void {
    if (link.list !== this) return;
    link.list = undefined;
    this.#size -= 1;
    if (link.previous === undefined) this.#first = link.next;
    else link.previous.next = link.next;
    if (link.next === undefined) this.#last = link.previous;
    else link.next.previous = link.previous;
  }
}
