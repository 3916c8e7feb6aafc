import { setTimeout as wait } from 'node:timers/promises';
import type { VSCode } from './vscode-page.ts';

/** A theme by its name in VS Code's own list, and how a webview can tell it. */
export interface Look {
  readonly theme: string;
  readonly bodyClass: string;
}

export const looks: readonly Look[] = [
  { theme: 'Dark 2026', bodyClass: 'vscode-dark' },
  { theme: 'Light 2026', bodyClass: 'vscode-light' },
  { theme: 'Dark High Contrast', bodyClass: 'vscode-high-contrast' },
  { theme: 'Light High Contrast', bodyClass: 'vscode-high-contrast-light' },
];

/** Chooses a theme from the palette, as a person does it, and waits until guide and panel wear it. */
export async function wear(vscode: VSCode, { theme, bodyClass }: Look): Promise<void> {
  await vscode.runCommand('Preferences: Color Theme');
  await vscode.page.locator('.quick-input-widget input[type="text"]').fill(theme);
  await wait(200);
  await vscode.page.keyboard.press('Enter');
  for (const page of ['ground-up-guide', 'ground-up-panel']) {
    const inside = await vscode.webview(page);
    await inside.locator(`body.${bodyClass}`).waitFor();
  }
}
