// Read-only documents with answers of the server.

import {
  EventEmitter,
  type ExtensionContext,
  languages,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";

export const scheme = "asterisk-analyzer";

export class ShownTexts {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  constructor(context: ExtensionContext) {
    context.subscriptions.push(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? "",
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.path);
      }),
    );
  }

  /** Shows a text beside the editor; the same name takes the place of what was shown under it before. */
  async show(name: string, text: string, language: string): Promise<TextDocument> {
    const document = await this.make(name, text, language);
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    return document;
  }

  /** The same, without a place on the screen. */
  async make(name: string, text: string, language: string): Promise<TextDocument> {
    const uri = Uri.from({ scheme, path: `/${name.replaceAll("/", "∕")}` });
    this.#texts.set(uri.path, text);
    const document = await workspace.openTextDocument(uri);
    if (document.getText() !== text) this.#changed.fire(uri);
    return document.languageId === language
      ? document
      : languages.setTextDocumentLanguage(document, language);
  }
}
