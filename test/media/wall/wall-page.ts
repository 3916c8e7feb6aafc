/// <reference types="node" />
import type { Browser } from 'playwright-core';
import type { FromPage, ToPage, WallState } from '../../../src/pages/wall/contract.ts';
import { edited } from '../../../src/storming/edit.ts';
import type { Wall } from '../../../src/storming/wall.ts';
import { type PageFiles, type PageOptions, WebPage } from '../web-page.ts';

/** The wall’s page, with a host that does at once what the page asks for. */
export class WallTestPage extends WebPage<FromPage, ToPage> {
  #wall: Wall = { notes: [], connections: [] };

  static async start(browser: Browser, files: PageFiles, options: PageOptions): Promise<WallTestPage> {
    const wall = new WallTestPage(await WebPage.window(browser, { width: 1100, height: 760, ...options }));
    await wall.serve(files, options);
    return wall;
  }

  get wall(): Wall {
    return this.#wall;
  }

  /** Shows a wall, and answers whatever is asked from now on. */
  async hang(wall: Wall): Promise<void> {
    await this.show(wall);
    await this.listen((message) => {
      if (message.type !== 'edit') return;
      const result = edited(this.#wall, message.edit);
      if (result.kind === 'edited') void this.show(result.wall);
      else void this.post({ type: 'refused', sentence: result.sentence });
    });
  }

  show(wall: Wall, readOnly = false): Promise<void> {
    this.#wall = wall;
    return this.state({ kind: 'wall', wall, readOnly });
  }

  state(state: WallState): Promise<void> {
    return this.post({ type: 'state', state });
  }
}
