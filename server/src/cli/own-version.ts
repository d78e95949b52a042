// What --version prints, and reports name.

/** The version of this program, which the build writes in here. */
export const ownVersion: string = process.env["ANALYZER_VERSION"] ?? "0.0.0";
