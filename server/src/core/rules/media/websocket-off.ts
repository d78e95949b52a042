import { type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigSection } from "../../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { ObjectIndex } from "../../pjsip/object-index.ts";
import { lastOption as lastOptionOf } from "../../pjsip/objects/object-fault.ts";
import { isWebSocket, type Transport } from "../../pjsip/transports.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Finding, InstallationRule, Related } from "../rule.ts";

export const websocketOff: InstallationRule = {
  id: "media/websocket-off",
  on: "installation",
  effect: "call-fails",
  summary: "WebSocket phones, but no HTTP server that they can reach",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const sockets = index.transports.filter(isWebSocket);
    const place = sockets[0] === undefined ? webrtcPlace(index) : protocolPlace(sockets[0]);
    if (place === undefined) return;
    const module = modules.find((name) => !installation.environment.moduleLoaded(name));
    if (module !== undefined) {
      yield {
        ...place,
        message: `modules.conf does not load ${module}.so: Asterisk takes no WebSocket connections`,
      };
      return;
    }
    yield* ofServer(place, sockets, installation);
  },
};

const modules: readonly string[] = ["res_http_websocket", "res_pjsip_transport_websocket"];

/** What http.conf says; where we have none, it may be elsewhere. */
function* ofServer(
  place: Place,
  sockets: readonly Transport[],
  installation: Installation,
): Generator<Finding> {
  const load = installation.load("http.conf");
  if (load.outcome !== "loaded" || load.partial) return;
  const general = sectionNamed(load, "general");
  const plain = on(general, "enabled");
  const encrypted = on(general, "tlsenable") && (plain || lastOption(general, "tlsbindaddr") !== undefined);
  const related: readonly Related[] =
    general === undefined ? [] : [{ ...headerPlace(general), message: "the HTTP server's settings" }];
  if (!plain && !encrypted) {
    yield {
      ...place,
      message: `the HTTP server is off in http.conf ("enabled" is not yes): Asterisk takes no WebSocket connections`,
      related,
    };
  } else if (!encrypted && !isBehindProxy(general) && sockets.some(({ protocol }) => protocol === "wss")) {
    yield {
      ...place,
      message: `http.conf does not set "tlsenable": the HTTP server takes ws:// only, and browsers refuse that from https pages unless a proxy in front of it does TLS`,
      effect: "works-otherwise",
      related,
    };
  }
}

function on(section: ConfigSection | undefined, name: string): boolean {
  return isTrue(lastOption(section, name)?.value ?? "");
}

/** A server that only the machine itself reaches has something in front of it. */
function isBehindProxy(general: ConfigSection | undefined): boolean {
  return /^(?:127\.|localhost|::1|\[::1\])/.test(lastOption(general, "bindaddr")?.value ?? "");
}

function protocolPlace({ object }: Transport): Place {
  const protocol = lastOptionOf(object, "protocol");
  return protocol === undefined ? headerPlace(object.section) : valuePlace(protocol);
}

function webrtcPlace(index: ObjectIndex): Place | undefined {
  const first = index.last("endpoint", "webrtc").find(({ option }) => isTrue(option.value));
  return first === undefined ? undefined : valuePlace(first.option);
}
