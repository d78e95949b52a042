// Names of files that a template engine makes other files of.

/** What a template is called besides the name of the file that is made of it. */
export const templateEndings: RegExp = /\.(?:j2|jinja2?|erb|gotmpl|gtpl|tmpl|tpl|template|in|envsubst)$/i;

/** The name of the file that a template of this name becomes; undefined where the name is none of a template. */
export function renderedName(path: string): string | undefined {
  const found = templateEndings.exec(path);
  if (found === null || !/\.(?:conf|inc)$/i.test(path.slice(0, found.index))) return undefined;
  return path.slice(0, found.index);
}
