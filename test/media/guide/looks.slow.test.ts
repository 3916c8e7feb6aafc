import type { FromPage, GuideState, ToPage } from '../../../src/pages/guide/contract.ts';
import { hang, type Look } from '../looks.ts';
import { gallery } from './states.ts';

type GuideLook = Look<FromPage, ToPage>;

const looking = (state: GuideState, size: Pick<GuideLook, 'size'> = {}): GuideLook => ({
  ...size,
  reach: async (page) => {
    await page.post({ type: 'state', state });
    return undefined;
  },
});

const { fresh, everything, hints, passed } = gallery;
const sized = Object.entries({ fresh, everything, hints, passed }).flatMap(([name, state]) => [
  [`${name} at 260 pixels`, looking(state, { size: [260, 900] })] as const,
  [`${name} at 900 pixels`, looking(state, { size: [900, 900] })] as const,
  [`${name} at 200 percent`, looking(state, { size: [350, 450] })] as const,
]);

hang({
  of: 'guide',
  size: [560, 900],
  whole: true,
  looks: {
    ...Object.fromEntries(Object.entries(gallery).map(([name, state]) => [name, looking(state)])),
    ...Object.fromEntries(sized),
  },
});
