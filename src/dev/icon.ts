import { readFileSync } from 'node:fs';
import { launchChromium } from './chromium.ts';
import { inRoot } from './root.ts';

// Draws media/icon.svg as the picture that VS Code shows. After changing the drawing:
// node src/dev/setup.mjs src/dev/icon.ts
const size = 256;
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(inRoot('media', 'icon.svg'), 'utf8')}`);
await page.screenshot({ path: inRoot('media', 'icon.png'), omitBackground: true });
await browser.close();
