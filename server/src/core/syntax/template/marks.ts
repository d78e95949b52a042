// How a text that only a template engine knows looks to the reader: each of its characters is put out of Asterisk's
// way, one for one, so that every offset stays what it was and the text can be had back.

/** ASCII is moved here, into a range of Unicode that no text uses of its own accord. */
const base = 0xe100;

const hidden = /[\uE100-\uE17F]/;
const allHidden = /[\uE100-\uE17F]/g;
const ascii = /[\0-\x7F]/g;

/** A text that means nothing to Asterisk, of the same length. */
export function hide(text: string): string {
  return text.replace(ascii, (character) => String.fromCharCode(base + character.charCodeAt(0)));
}

/** The text as it was typed; most texts are returned as they are. */
export function shown(text: string): string {
  if (!hidden.test(text)) return text;
  return text.replace(allHidden, (character) => String.fromCharCode(character.charCodeAt(0) - base));
}

/** The same for texts within JSON that is written out already. */
export function shownInJson(json: string): string {
  if (!hidden.test(json)) return json;
  return json.replace(allHidden, (character) => JSON.stringify(shown(character)).slice(1, -1));
}

/** Whether some of a text is unknown until a template engine has put it in place. */
export function isHidden(text: string): boolean {
  return hidden.test(text);
}
