/** Every colour is the theme's; its chart colours are too pale for text in some, and mixed with its text's colour. */
export const reportStyle = `
body {
  font: var(--vscode-font-size) / 1.5 var(--vscode-font-family);
  color: var(--vscode-foreground);
  background: var(--vscode-editor-background);
}
main {
  max-width: 44em;
  margin: 0 auto;
  padding: 1.5em 1em 4em;
}
h1 {
  margin: 0 0 0.6em;
  font-size: 1.6em;
  font-weight: 600;
  line-height: 1.25;
}
h2 {
  margin: 0;
  font-size: 1.08em;
  font-weight: 600;
}
p {
  margin: 0.35em 0 0;
  overflow-wrap: anywhere;
}
.buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 0.6em;
}
[role="button"] {
  padding: 0.3em 0.9em;
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
  border-radius: 4px;
  color: var(--vscode-button-secondaryForeground);
  background: var(--vscode-button-secondaryBackground);
  text-decoration: none;
}
section [role="button"] {
  margin-top: 0.4em;
  border-color: var(--vscode-contrastBorder, transparent);
  color: var(--vscode-button-foreground);
  background: var(--vscode-button-background);
}
[role="button"]:focus-visible {
  outline: 1px solid var(--vscode-focusBorder);
  outline-offset: 2px;
}
section,
li {
  position: relative;
  padding-left: 2.2em;
}
section {
  margin-top: 1.2em;
  padding: 0.9em 1em 1em 2.9em;
  border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
  border-radius: 6px;
  background: var(--vscode-editorWidget-background);
}
.mark {
  position: absolute;
  left: 0;
  width: 1.6em;
  font-weight: 700;
  text-align: center;
}
section .mark {
  left: 0.8em;
}
.problem .mark {
  color: color-mix(in srgb, var(--vscode-charts-red) 75%, var(--vscode-foreground));
}
.warning .mark,
.unknown .mark {
  color: color-mix(in srgb, var(--vscode-charts-orange) 75%, var(--vscode-foreground));
}
.well .mark {
  color: color-mix(in srgb, var(--vscode-charts-green) 70%, var(--vscode-foreground));
}
ul {
  margin: 1.6em 0 0;
  padding: 0;
  list-style: none;
}
li {
  margin-top: 0.35em;
}
li b {
  font-weight: 600;
}
footer {
  margin-top: 2em;
  color: var(--vscode-descriptionForeground);
}
`;
