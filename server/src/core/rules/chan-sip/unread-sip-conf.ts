import { namePlace } from "../../config/option-span.ts";
import type { ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { isRegister, isSipType } from "./sip-sections.ts";

export const unreadSipConf: InstallationRule = {
  id: "chan-sip/unread-sip-conf",
  on: "installation",
  effect: "legacy",
  summary: "sip.conf with devices, which this Asterisk no longer reads",
  *check({ load, catalog, environment }): Iterable<Finding> {
    const { major } = catalog.version;
    const reason =
      major >= 21
        ? `Asterisk ${major} has no chan_sip and does not read sip.conf`
        : environment.moduleLoaded("chan_sip")
          ? undefined
          : "modules.conf does not load chan_sip.so, so Asterisk does not read sip.conf";
    if (reason === undefined || load("pjsip.conf").outcome === "missing") return;
    const sip = load("sip.conf");
    const devices = sip.sections.filter((section) => !section.template && isDevice(section));
    const registers = sip.sections.flatMap(({ options, template }) =>
      template ? [] : options.filter(isRegister),
    );
    const place =
      devices[0] !== undefined ? headerPlace(devices[0]) : registers[0] && namePlace(registers[0]);
    if (place === undefined) return;
    yield { ...place, message: `${reason}: ${lost(devices.length, registers.length)}` };
  },
};

function isDevice(section: ConfigSection): boolean {
  return isSipType(firstOption(section, "type")?.value ?? "");
}

function lost(devices: number, registers: number): string {
  const parts = [
    devices === 0 ? undefined : `${devices} device${devices === 1 ? "" : "s"}`,
    registers === 0 ? undefined : `${registers} register line${registers === 1 ? "" : "s"}`,
  ].filter((part) => part !== undefined);
  return `its ${parts.join(" and ")} ${devices + registers === 1 ? "does" : "do"} nothing, and belong${devices + registers === 1 ? "s" : ""} into pjsip.conf`;
}
