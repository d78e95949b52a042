// A pjsip.conf as large sites generate it: templates, an endpoint, auth and aor for each phone, 50 trunks.

export function largePjsip(phones: number): string {
  const parts = [
    "[global]\ntype=global\nuser_agent=PBX\n\n[transport-udp]\ntype=transport\nprotocol=udp\nbind=0.0.0.0:5060\n\n",
    "[phone](!)\ntype=endpoint\ntransport=transport-udp\ncontext=internal\ndisallow=all\nallow=g722,alaw,ulaw\ndirect_media=no\nrtp_symmetric=yes\nrewrite_contact=yes\n\n",
    "[phone-auth](!)\ntype=auth\nauth_type=userpass\n\n[phone-aor](!)\ntype=aor\nmax_contacts=2\nqualify_frequency=60\n\n",
  ];
  for (let index = 0; index < phones; index++) {
    const id = 100_000 + index;
    parts.push(
      `[${id}](phone)\nauth=${id}\naors=${id}\naccountcode=${id}\ncallerid="Phone ${id}" <${id}>\n\n`,
      `[${id}](phone-auth)\nusername=${id}\npassword=${password(id)}\n\n`,
      `[${id}](phone-aor)\nmailboxes=${id}@default\n\n`,
    );
  }
  for (let index = 0; index < 50; index++) {
    const address = `198.51.100.${index + 1}`;
    parts.push(
      `[trunk${index}]\ntype=endpoint\ncontext=from-trunk\nallow=!all,alaw\naors=trunk${index}\nidentify_by=ip\n\n`,
      `[trunk${index}]\ntype=aor\ncontact=sip:${address}:5060\nqualify_frequency=60\n\n`,
      `[trunk${index}]\ntype=identify\nendpoint=trunk${index}\nmatch=${address}\n\n`,
    );
  }
  return parts.join("");
}

/** Sixteen letters and digits, another for each number, the same in each run. */
function password(seed: number): string {
  let text = "";
  let state = seed * 2_654_435_761;
  while (text.length < 16) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36).slice(0, 4);
  }
  return text.slice(0, 16);
}
