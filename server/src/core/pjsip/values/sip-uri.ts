// URIs and the headers that hold them as pjproject's parser reads them (pjsip/src/pjsip/sip_parser.c), as far
// as that decides whether they are accepted.

/** What we need of a parsed URI. */
export interface SipUri {
  readonly scheme: string;
  readonly host: string;
  readonly transport: string | undefined;
  readonly looseRoute: boolean;
}

class SyntaxFault extends Error {}

/** Reads a whole URI or `<URI>`; undefined where pjsip_parse_uri fails. */
export function parseUri(text: string): SipUri | undefined {
  return whole(text, (scanner) => {
    scanner.skipBlanks();
    const uri = uriOrNameAddress(scanner);
    scanner.skipBlanks();
    return scanner.atEnd() ? uri : undefined;
  });
}

/** Reads the value of a Route header; the first URI in it. */
export function parseRoute(text: string): SipUri | undefined {
  return whole(text, (scanner) => {
    let first: SipUri | undefined;
    do {
      scanner.skipBlanks();
      const uri = nameAddress(scanner);
      first ??= uri;
      headerParameters(scanner);
    } while (scanner.take(","));
    return scanner.atEnd() || scanner.peek() === "&" ? first : undefined;
  });
}

/** Reads the value of a Contact header. */
export function parseContact(text: string): SipUri | undefined {
  return whole(text, (scanner) => {
    let first: SipUri | undefined;
    do {
      scanner.skipBlanks();
      const uri = uriOrNameAddress(scanner);
      first ??= uri;
      headerParameters(scanner);
    } while (scanner.take(","));
    return scanner.atEnd() || scanner.peek() === "&" ? first : undefined;
  });
}

function whole(text: string, read: (scanner: Scanner) => SipUri | undefined): SipUri | undefined {
  try {
    return read(new Scanner(text));
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}

const token = /[A-Za-z0-9\-.!%*_`'~+]/;
const userCharacter = /[A-Za-z0-9\-_.!~*'()%&=+$,;?/#]/;
const passwordCharacter = /[A-Za-z0-9\-_.!~*'()%&=+$,]/;
const hostCharacter = /[A-Za-z0-9_\-.]/;
const parameterCharacter = /[A-Za-z0-9[\]/:&+$\-_.!~*'()%]/;
const headerCharacter = /[A-Za-z0-9[\]/?:+$\-_.!~*'()%]/;
const otherCharacter = /[A-Za-z0-9#?;:@&=+\-_.!~*'()%$,/]/;

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string {
    return this.#text.charAt(this.#at);
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at++;
    return true;
  }

  expect(character: string): void {
    if (!this.take(character)) throw new SyntaxFault();
  }

  skip(): void {
    this.#at++;
  }

  skipBlanks(): void {
    while (this.peek() === " " || this.peek() === "\t") this.#at++;
  }

  /** One or more characters of a kind. */
  run(kind: RegExp): string {
    const start = this.#at;
    while (!this.atEnd() && kind.test(this.peek())) this.#at++;
    if (start === this.#at) throw new SyntaxFault();
    return this.#text.slice(start, this.#at);
  }

  /** All up to a character, which must come. */
  until(character: string): string {
    const end = this.#text.indexOf(character, this.#at);
    if (end === -1) throw new SyntaxFault();
    const found = this.#text.slice(this.#at, end);
    this.#at = end;
    return found;
  }

  /** The rest of the text, without moving. */
  rest(): string {
    return this.#text.slice(this.#at);
  }
}

function uriOrNameAddress(scanner: Scanner): SipUri {
  if (scanner.peek() === '"' || scanner.peek() === "<") return nameAddress(scanner);
  const stop = /[:\r\n<]/.exec(scanner.rest());
  return stop?.[0] === ":" ? anyUri(scanner) : nameAddress(scanner);
}

function nameAddress(scanner: Scanner): SipUri {
  if (scanner.take('"')) {
    scanner.until('"');
    scanner.skip();
  } else if (/[:\r\n<]/.exec(scanner.rest())?.[0] === "<") scanner.until("<");
  scanner.skipBlanks();
  const bracket = scanner.take("<");
  const uri = anyUri(scanner);
  if (bracket) scanner.expect(">");
  scanner.skipBlanks();
  return uri;
}

function anyUri(scanner: Scanner): SipUri {
  const scheme = scanner.run(token).toLowerCase();
  scanner.expect(":");
  if (scheme === "sip" || scheme === "sips") return sipUri(scanner, scheme);
  if (scheme === "tel") {
    scanner.take("+");
    scanner.run(/[0-9A-Fa-f*#\-.()]/);
    while (scanner.take(";")) parameter(scanner, parameterCharacter);
  } else scanner.run(otherCharacter);
  scanner.skipBlanks();
  return { scheme, host: "", transport: undefined, looseRoute: false };
}

function sipUri(scanner: Scanner, scheme: string): SipUri {
  if (/^[^@ \n>]*@/.test(scanner.rest())) {
    scanner.run(userCharacter);
    if (scanner.take(":")) scanner.run(passwordCharacter);
    // Whatever stands here is taken for the "@".
    scanner.skip();
  }
  const host = uriHost(scanner);
  if (scanner.take(":")) {
    const port = scanner.run(/[0-9]/);
    if (Number(port) > 65535) throw new SyntaxFault();
  }
  let transport: string | undefined;
  let looseRoute = false;
  while (scanner.take(";")) {
    const { name, value } = parameter(scanner, parameterCharacter);
    if (name === "transport" && value !== "") transport = value.toLowerCase();
    if (name === "lr") looseRoute = true;
    if (name === "ttl" && value !== "" && !(/^\d{1,3}$/.test(value) && Number(value) <= 255)) {
      throw new SyntaxFault();
    }
  }
  if (scanner.take("?")) {
    do {
      scanner.run(headerCharacter);
      if (scanner.take("=") && headerCharacter.test(scanner.peek())) scanner.run(headerCharacter);
    } while (scanner.take("&"));
  }
  scanner.skipBlanks();
  return { scheme, host, transport, looseRoute };
}

function uriHost(scanner: Scanner): string {
  if (!scanner.take("[")) return scanner.run(hostCharacter);
  const host = scanner.until("]");
  scanner.skip();
  if (host === "") throw new SyntaxFault();
  return host;
}

function headerParameters(scanner: Scanner): void {
  scanner.skipBlanks();
  while (scanner.take(";")) {
    scanner.skipBlanks();
    parameter(scanner, token);
    scanner.skipBlanks();
  }
}

function parameter(scanner: Scanner, kind: RegExp): { name: string; value: string } {
  const name = scanner.run(kind).toLowerCase();
  if (!scanner.take("=")) return { name, value: "" };
  if (scanner.take('"')) {
    const value = scanner.until('"');
    scanner.skip();
    return { name, value };
  }
  if (kind === token && scanner.take("[")) {
    const value = scanner.until("]");
    scanner.skip();
    return { name, value };
  }
  return { name, value: !scanner.atEnd() && kind.test(scanner.peek()) ? scanner.run(kind) : "" };
}
