// What makes a password one that programs guess. The passwords themselves never go into a message.

/** Those that such programs try first and that are long enough to pass otherwise; in lower case. */
const common: ReadonlySet<string> = new Set([
  "12345678",
  "123456789",
  "1234567890",
  "0123456789",
  "87654321",
  "11111111",
  "00000000",
  "password",
  "password1",
  "password12",
  "password123",
  "password1234",
  "passw0rd",
  "p@ssw0rd",
  "p@ssword",
  "asterisk",
  "asterisk123",
  "letmein1",
  "letmein123",
  "qwertyui",
  "qwertyuiop",
  "qwerty123",
  "1q2w3e4r",
  "1qaz2wsx",
  "admin123",
  "administrator",
  "secret123",
  "secretpassword",
  "mysecret",
  "mypassword",
  "unsecurepassword",
  "verysecret",
  "supersecret",
  "supersecretpassword",
  "welcome1",
  "welcome123",
  "iloveyou",
  "test1234",
  "testtest",
]);

/** Why a password, given in lower case, is weak, as "is short" goes on; undefined where it is not. */
export function weakness(password: string): string | undefined {
  if (common.has(password)) return "is one of the most common ones";
  if (/^(.)\1*$/.test(password)) return "is one character repeated";
  if (password.length < 8)
    return /^\d+$/.test(password) ? "is a short number" : "has fewer than 8 characters";
  return undefined;
}
