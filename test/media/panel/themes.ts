/** The colours that VS Code's own four themes give a webview, as far as the panel uses them. */
export type ThemeName = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

export const themeNames: readonly ThemeName[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

/** VS Code puts these on the body; the light high-contrast theme has both classes. */
export const bodyClass: Readonly<Record<ThemeName, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light vscode-high-contrast',
};

const dark = {
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  errorForeground: '#f85149',
  'icon-foreground': '#cccccc',
  focusBorder: '#0078d4',
  'sideBar-background': '#181818',
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  'panel-border': '#2b2b2b',
  'list-hoverBackground': '#2a2d2e',
  'textLink-foreground': '#4daafc',
  'charts-red': '#f14c4c',
  'charts-blue': '#3794ff',
  'charts-yellow': '#cca700',
  'symbolIcon-eventForeground': '#ee9d28',
  'charts-green': '#89d185',
  'button-background': '#0078d4',
  'button-foreground': '#ffffff',
  'button-hoverBackground': '#026ec1',
  'button-border': '#ffffff1a',
  'input-background': '#313131',
  'input-foreground': '#cccccc',
  'input-border': '#3c3c3c',
  'toolbar-hoverBackground': '#5a5d5e50',
};

const light = {
  ...dark,
  'symbolIcon-eventForeground': '#d67e00',
  foreground: '#3b3b3b',
  descriptionForeground: '#3b3b3b',
  'icon-foreground': '#3b3b3b',
  focusBorder: '#005fb8',
  'sideBar-background': '#f8f8f8',
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  'panel-border': '#e5e5e5',
  'list-hoverBackground': '#f2f2f2',
  'textLink-foreground': '#005fb8',
  'charts-red': '#e51400',
  'charts-blue': '#1a85ff',
  'charts-yellow': '#bf8803',
  'charts-green': '#388a34',
  'button-background': '#005fb8',
  'button-hoverBackground': '#0258a8',
  'button-border': '#0000001a',
  'input-background': '#ffffff',
  'input-foreground': '#3b3b3b',
  'input-border': '#cecece',
  'toolbar-hoverBackground': '#b8b8b850',
};

const highContrast = {
  ...dark,
  foreground: '#ffffff',
  descriptionForeground: '#ffffffb3',
  'icon-foreground': '#ffffff',
  focusBorder: '#f38518',
  contrastBorder: '#6fc3df',
  contrastActiveBorder: '#f38518',
  'sideBar-background': '#000000',
  'editor-background': '#000000',
  'editor-foreground': '#ffffff',
  'panel-border': '#6fc3df',
  'list-hoverBackground': '#ffffff1a',
  'textLink-foreground': '#21a6ff',
  'charts-red': '#f48771',
  'charts-yellow': '#ffd370',
  'button-background': '#000000',
  'button-hoverBackground': '#000000',
  'button-border': '#6fc3df',
  'input-background': '#000000',
  'input-foreground': '#ffffff',
  'input-border': '#6fc3df',
};

const highContrastLight = {
  ...light,
  foreground: '#292929',
  descriptionForeground: '#292929b3',
  'icon-foreground': '#292929',
  focusBorder: '#006bbd',
  contrastBorder: '#0f4a85',
  contrastActiveBorder: '#006bbd',
  'sideBar-background': '#ffffff',
  'editor-foreground': '#292929',
  'panel-border': '#0f4a85',
  'list-hoverBackground': '#0f4a851a',
  'textLink-foreground': '#0f4a85',
  'charts-red': '#b5200d',
  'charts-yellow': '#895503',
  'charts-green': '#374e06',
  'button-background': '#0f4a85',
  'button-hoverBackground': '#0f4a85',
  'button-border': '#0f4a85',
  'input-foreground': '#292929',
  'input-border': '#0f4a85',
};

const themes: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
  dark,
  light,
  'high-contrast': highContrast,
  'high-contrast-light': highContrastLight,
};

export function themeCss(theme: ThemeName): string {
  const variables = Object.entries(themes[theme]).map(([name, colour]) => `--vscode-${name}: ${colour};`);
  const fonts = `--vscode-font-family: "Segoe UI", system-ui, "DejaVu Sans", sans-serif; --vscode-font-size: 13px;
    --vscode-editor-font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;`;
  return `:root { ${fonts} ${variables.join(' ')} }`;
}
