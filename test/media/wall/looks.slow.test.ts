/// <reference types="node" />
import type { FromPage, ToPage, WallState } from '../../../src/pages/wall/contract.ts';
import { emptyWall } from '../../../src/storming/wall.ts';
import { largeWall, library, note } from '../../storming/walls.ts';
import { hang, type Look } from '../looks.ts';
import type { WebPage } from '../web-page.ts';

type WallLook = Look<FromPage, ToPage>;
type WallPage = WebPage<FromPage, ToPage>;

const hung = (wall = library, readOnly = false): WallState => ({ kind: 'wall', wall, readOnly });

const looking = (state: WallState, size?: WallLook['size'], act?: (page: WallPage) => Promise<unknown>): WallLook => ({
  ...(size === undefined ? {} : { size }),
  reach: async (page) => {
    await page.post({ type: 'state', state });
    await act?.(page);
    return undefined;
  },
});

const focus = (text: string) => (page: WallPage) => page.page.locator('wall-note', { hasText: text }).focus();
const nasty = note(
  'nast',
  'hotSpot',
  '<script>alert("x")</script> averylongwordthatgoesonforalongtimewithoutaspace',
  1,
  'after',
);

hang({
  of: 'wall',
  size: [1100, 720],
  looks: {
    library: looking(hung()),
    empty: looking(hung(emptyWall)),
    focused: looking(hung(), undefined, focus('Lend a book')),
    writing: looking(hung(), undefined, async (page) => {
      await focus('Book lent')(page);
      await page.page.keyboard.press('Enter');
    }),
    connecting: looking(hung(), undefined, async (page) => {
      await focus('Book lent')(page);
      await page.page.keyboard.press('c');
    }),
    help: looking(hung(), undefined, async (page) => page.page.getByRole('button', { name: 'Help' }).click()),
    review: looking(hung({ ...library, connections: [] }), undefined, async (page) =>
      page.page.getByRole('button', { name: 'Review' }).click(),
    ),
    refused: looking(hung(), undefined, (page) =>
      page.post({ type: 'refused', sentence: 'A wall has room for 2000 notes.' }),
    ),
    'read only': looking(hung(library, true)),
    unreadable: looking({
      kind: 'unreadable',
      sentence: 'Git could not merge two versions of this wall and left its marks, the first on line 4.',
    }),
    'markup and long words': looking(hung({ ...library, notes: [...library.notes, nasty] })),
    large: looking(hung(largeWall(300))),
    'at 300 pixels': looking(hung(), [300, 700]),
    'at 200 percent': looking(hung(), [550, 360]),
  },
});
