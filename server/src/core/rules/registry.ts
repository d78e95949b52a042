// Every rule, in the order of the index page.

import { applicationRules } from "./application/rules.ts";
import { registerLine } from "./chan-sip/register-line.ts";
import { chanSipDialplanRules } from "./chan-sip/rules.ts";
import { sipSection } from "./chan-sip/sip-section.ts";
import { unreadSipConf } from "./chan-sip/unread-sip-conf.ts";
import { duplicateCodec } from "./codec/duplicate-codec.ts";
import { emptyItem } from "./codec/empty-item.ts";
import { invalidFraming } from "./codec/invalid-framing.ts";
import { codecModuleNotLoaded } from "./codec/module-not-loaded.ts";
import { noCommonCodec } from "./codec/no-common-codec.ts";
import { notInSdp } from "./codec/not-in-sdp.ts";
import { nothingAllowed } from "./codec/nothing-allowed.ts";
import { unknownCodec } from "./codec/unknown-codec.ts";
import { wrongSeparator } from "./codec/wrong-separator.ts";
import { appendWithoutMatch } from "./config/append-without-match.ts";
import { blankInSectionName } from "./config/blank-in-section-name.ts";
import { commentNesting } from "./config/comment-nesting.ts";
import { directiveWithoutArgument } from "./config/directive-without-argument.ts";
import { emptyBase } from "./config/empty-base.ts";
import { endlessAppend } from "./config/endless-append.ts";
import { execDisabled } from "./config/exec-disabled.ts";
import { headerLeftover } from "./config/header-leftover.ts";
import { includeTooDeep } from "./config/include-too-deep.ts";
import { invalidEscape } from "./config/invalid-escape.ts";
import { invalidFilter } from "./config/invalid-filter.ts";
import { lineTooLong } from "./config/line-too-long.ts";
import { longSectionName } from "./config/long-section-name.ts";
import { missingInclude } from "./config/missing-include.ts";
import { noEquals } from "./config/no-equals.ts";
import { noOptionName } from "./config/no-option-name.ts";
import { notIncluded } from "./config/not-included.ts";
import { optionOutsideSection } from "./config/option-outside-section.ts";
import { realtimeFile } from "./config/realtime-file.ts";
import { repeatedInclude } from "./config/repeated-include.ts";
import { strayCommentEnd } from "./config/stray-comment-end.ts";
import { tooMuchCopying } from "./config/too-much-copying.ts";
import { unclosedHeader } from "./config/unclosed-header.ts";
import { unknownDirective } from "./config/unknown-directive.ts";
import { unknownSectionToAppend } from "./config/unknown-section-to-append.ts";
import { unknownTemplate } from "./config/unknown-template.ts";
import { unreadExec } from "./config/unread-exec.ts";
import { unreadInclude } from "./config/unread-include.ts";
import { unterminatedComment } from "./config/unterminated-comment.ts";
import { deviceRules } from "./device/rules.ts";
import { dialplanRules } from "./dialplan/rules.ts";
import { elsewhereRules } from "./elsewhere/rules.ts";
import { expressionRules } from "./expression/rules.ts";
import { flowRules } from "./flow/rules.ts";
import { functionRules } from "./function/rules.ts";
import { challengedProvider } from "./identify/challenged-provider.ts";
import { contactNotMatched } from "./identify/contact-not-matched.ts";
import { matchesEveryone } from "./identify/matches-everyone.ts";
import { overlappingMatch } from "./identify/overlapping-match.ts";
import { providerNotMatched } from "./identify/provider-not-matched.ts";
import { sourcePort } from "./identify/source-port.ts";
import { unidentifiedTrunk } from "./identify/unidentified-trunk.ts";
import { unknownIdentifyEndpoint } from "./identify/unknown-endpoint.ts";
import { jumpRules } from "./jump/rules.ts";
import { leftoverRules } from "./leftover/rules.ts";
import { dtlsWithoutCertificate } from "./media/dtls-without-certificate.ts";
import { keysInClear } from "./media/keys-in-clear.ts";
import { noBrowserCodec } from "./media/no-browser-codec.ts";
import { overriddenByWebrtc } from "./media/overridden-by-webrtc.ts";
import { websocketOff } from "./media/websocket-off.ts";
import { directMedia } from "./nat/direct-media.ts";
import { externalWithoutLocalNet } from "./nat/external-without-local-net.ts";
import { halfSet } from "./nat/half-set.ts";
import { localNetAlone } from "./nat/local-net-alone.ts";
import { oneExternalAddress } from "./nat/one-external-address.ts";
import { unreachableAddress } from "./nat/unreachable-address.ts";
import { patternRules } from "./pattern/rules.ts";
import { addressInUse } from "./pjsip/address-in-use.ts";
import { asyncOperations } from "./pjsip/async-operations.ts";
import { blankInAddressList } from "./pjsip/blank-in-address-list.ts";
import { chanSipOption } from "./pjsip/chan-sip-option.ts";
import { conflictingOptions } from "./pjsip/conflicting-options.ts";
import { cutValue } from "./pjsip/cut-value.ts";
import { deprecatedOption } from "./pjsip/deprecated-option.ts";
import { duplicateListItem } from "./pjsip/duplicate-list-item.ts";
import { duplicateObject } from "./pjsip/duplicate-object.ts";
import { emptyValue } from "./pjsip/empty-value.ts";
import { ignoredOption } from "./pjsip/ignored-option.ts";
import { ignoredWord } from "./pjsip/ignored-word.ts";
import { invalidAddress } from "./pjsip/invalid-address.ts";
import { invalidBind } from "./pjsip/invalid-bind.ts";
import { invalidCodecPreference } from "./pjsip/invalid-codec-preference.ts";
import { invalidDigest } from "./pjsip/invalid-digest.ts";
import { invalidGroup } from "./pjsip/invalid-group.ts";
import { invalidHeaderMatch } from "./pjsip/invalid-header-match.ts";
import { invalidMatch } from "./pjsip/invalid-match.ts";
import { invalidNumber } from "./pjsip/invalid-number.ts";
import { invalidRegex } from "./pjsip/invalid-regex.ts";
import { invalidSdpField } from "./pjsip/invalid-sdp-field.ts";
import { invalidTos } from "./pjsip/invalid-tos.ts";
import { invalidUri } from "./pjsip/invalid-uri.ts";
import { invalidUser } from "./pjsip/invalid-user.ts";
import { invalidVariable } from "./pjsip/invalid-variable.ts";
import { invalidWord } from "./pjsip/invalid-word.ts";
import { mappedAddress } from "./pjsip/mapped-address.ts";
import { mappedElsewhere } from "./pjsip/mapped-elsewhere.ts";
import { misplacedOption } from "./pjsip/misplaced-option.ts";
import { missingFile } from "./pjsip/missing-file.ts";
import { missingLooseRoute } from "./pjsip/missing-loose-route.ts";
import { missingOption } from "./pjsip/missing-option.ts";
import { missingPassword } from "./pjsip/missing-password.ts";
import { moduleNotLoaded } from "./pjsip/module-not-loaded.ts";
import { moreThanOne } from "./pjsip/more-than-one.ts";
import { mwiWithoutAor } from "./pjsip/mwi-without-aor.ts";
import { notABoolean } from "./pjsip/not-a-boolean.ts";
import { nothingToMatch } from "./pjsip/nothing-to-match.ts";
import { octalNumber } from "./pjsip/octal-number.ts";
import { optionNameCase } from "./pjsip/option-name-case.ts";
import { optionNotInVersion } from "./pjsip/option-not-in-version.ts";
import { optionWithoutPartner } from "./pjsip/option-without-partner.ts";
import { overriddenType } from "./pjsip/overridden-type.ts";
import { publishWithoutBody } from "./pjsip/publish-without-body.ts";
import { removedOption } from "./pjsip/removed-option.ts";
import { repeatedAcl } from "./pjsip/repeated-acl.ts";
import { repeatedListOption } from "./pjsip/repeated-list-option.ts";
import { repeatedOption } from "./pjsip/repeated-option.ts";
import { roundedTos } from "./pjsip/rounded-tos.ts";
import { rtpPorts } from "./pjsip/rtp-ports.ts";
import { sectionWithoutType } from "./pjsip/section-without-type.ts";
import { sessionTimers } from "./pjsip/session-timers.ts";
import { shortAddress } from "./pjsip/short-address.ts";
import { taskpoolSize } from "./pjsip/taskpool-size.ts";
import { timerTooLow } from "./pjsip/timer-too-low.ts";
import { unknownAcl } from "./pjsip/unknown-acl.ts";
import { unknownCipher } from "./pjsip/unknown-cipher.ts";
import { unknownGeolocationProfile } from "./pjsip/unknown-geolocation-profile.ts";
import { unknownOption } from "./pjsip/unknown-option.ts";
import { unknownTransport } from "./pjsip/unknown-transport.ts";
import { unknownType } from "./pjsip/unknown-type.ts";
import { unreachableServer } from "./pjsip/unreachable-server.ts";
import { valueTooLong } from "./pjsip/value-too-long.ts";
import { wordNotInVersion } from "./pjsip/word-not-in-version.ts";
import { brokenTemplate } from "./placeholder/broken-template.ts";
import { dependsOnRendering } from "./placeholder/depends-on-rendering.ts";
import { notFilledIn } from "./placeholder/not-filled-in.ts";
import { unfilledVariable } from "./placeholder/unfilled-variable.ts";
import { unrenderedTemplate } from "./placeholder/unrendered-template.ts";
import { aorName } from "./reference/aor-name.ts";
import { aorWithoutContact } from "./reference/aor-without-contact.ts";
import { missingAors } from "./reference/missing-aors.ts";
import { unknownAor } from "./reference/unknown-aor.ts";
import { unknownAuth } from "./reference/unknown-auth.ts";
import { unknownContext } from "./reference/unknown-context.ts";
import { unknownEndpoint } from "./reference/unknown-endpoint.ts";
import { unknownOutboundAuth } from "./reference/unknown-outbound-auth.ts";
import { unknownPublication } from "./reference/unknown-publication.ts";
import { unknownTransportOfEndpoint } from "./reference/unknown-transport.ts";
import { unusedObject } from "./reference/unused-object.ts";
import { unusedTemplate } from "./reference/unused-template.ts";
import type { Rule } from "./rule.ts";
import { anonymousEndpoint } from "./security/anonymous-endpoint.ts";
import { ariOrigins } from "./security/ari-origins.ts";
import { closedToAll } from "./security/closed-to-all.ts";
import { managerForAll } from "./security/manager-for-all.ts";
import { openEndpoint } from "./security/open-endpoint.ts";
import { permitWithoutDeny } from "./security/permit-without-deny.ts";
import { sharedPassword } from "./security/shared-password.ts";
import { shellInjection } from "./security/shell-injection.ts";
import { tollExposure } from "./security/toll-exposure.ts";
import { unfilteredExtension } from "./security/unfiltered-extension.ts";
import { weakManagerSecret } from "./security/weak-manager-secret.ts";
import { weakPassword } from "./security/weak-password.ts";
import { unformatted } from "./style/unformatted.ts";
import { forbiddenSuppression } from "./suppression/forbidden.ts";
import { suppressionNotUnderstood } from "./suppression/not-understood.ts";
import { unknownSuppressedRule } from "./suppression/unknown-rule.ts";
import { unusedSuppression } from "./suppression/unused.ts";
import { suppressionWithoutReason } from "./suppression/without-reason.ts";
import { ignoredTlsOption } from "./tls/ignored-option.ts";
import { noCertificate } from "./tls/no-certificate.ts";
import { noKey } from "./tls/no-key.ts";
import { oldVersion } from "./tls/old-version.ts";
import { unverifiedServer } from "./tls/unverified-server.ts";
import { upgradeRules } from "./upgrade/rules.ts";
import { variableRules } from "./variable/rules.ts";
import { cutWizardValue } from "./wizard/cut-value.ts";
import { duplicateWizard } from "./wizard/duplicate-wizard.ts";
import { missingWizardOption } from "./wizard/missing-option.ts";
import { wizardNotABoolean } from "./wizard/not-a-boolean.ts";
import { notAWizard } from "./wizard/not-a-wizard.ts";
import { nothingAllowedByWizard } from "./wizard/nothing-allowed.ts";
import { unknownWizardOption } from "./wizard/unknown-option.ts";

export const rules: readonly Rule[] = [
  unclosedHeader,
  optionOutsideSection,
  invalidEscape,
  noEquals,
  noOptionName,
  lineTooLong,
  appendWithoutMatch,
  headerLeftover,
  blankInSectionName,
  longSectionName,
  unknownTemplate,
  emptyBase,
  unknownSectionToAppend,
  invalidFilter,
  endlessAppend,
  tooMuchCopying,
  missingInclude,
  includeTooDeep,
  repeatedInclude,
  unreadInclude,
  notIncluded,
  execDisabled,
  unreadExec,
  unknownDirective,
  directiveWithoutArgument,
  unterminatedComment,
  strayCommentEnd,
  commentNesting,
  realtimeFile,
  asyncOperations,
  blankInAddressList,
  chanSipOption,
  conflictingOptions,
  cutValue,
  deprecatedOption,
  duplicateListItem,
  duplicateObject,
  emptyValue,
  ignoredOption,
  ignoredWord,
  invalidAddress,
  invalidBind,
  invalidCodecPreference,
  invalidDigest,
  invalidGroup,
  invalidHeaderMatch,
  invalidMatch,
  invalidNumber,
  invalidRegex,
  invalidSdpField,
  invalidTos,
  invalidUri,
  invalidUser,
  invalidVariable,
  invalidWord,
  mappedAddress,
  mappedElsewhere,
  misplacedOption,
  missingFile,
  missingLooseRoute,
  missingOption,
  missingPassword,
  moduleNotLoaded,
  moreThanOne,
  addressInUse,
  mwiWithoutAor,
  notABoolean,
  nothingToMatch,
  octalNumber,
  optionNameCase,
  optionNotInVersion,
  optionWithoutPartner,
  overriddenType,
  publishWithoutBody,
  removedOption,
  repeatedAcl,
  repeatedListOption,
  repeatedOption,
  roundedTos,
  rtpPorts,
  sectionWithoutType,
  sessionTimers,
  shortAddress,
  taskpoolSize,
  timerTooLow,
  unknownAcl,
  unknownCipher,
  unknownGeolocationProfile,
  unknownOption,
  unknownTransport,
  unknownType,
  unreachableServer,
  valueTooLong,
  wordNotInVersion,
  duplicateCodec,
  emptyItem,
  invalidFraming,
  nothingAllowed,
  unknownCodec,
  wrongSeparator,
  duplicateWizard,
  missingWizardOption,
  notAWizard,
  wizardNotABoolean,
  cutWizardValue,
  nothingAllowedByWizard,
  unknownWizardOption,
  externalWithoutLocalNet,
  localNetAlone,
  oneExternalAddress,
  unreachableAddress,
  directMedia,
  halfSet,
  keysInClear,
  dtlsWithoutCertificate,
  overriddenByWebrtc,
  noBrowserCodec,
  websocketOff,
  noCertificate,
  noKey,
  oldVersion,
  unverifiedServer,
  ignoredTlsOption,
  openEndpoint,
  anonymousEndpoint,
  weakPassword,
  sharedPassword,
  permitWithoutDeny,
  closedToAll,
  tollExposure,
  unfilteredExtension,
  shellInjection,
  weakManagerSecret,
  managerForAll,
  ariOrigins,
  notInSdp,
  codecModuleNotLoaded,
  unknownAor,
  unknownAuth,
  unknownOutboundAuth,
  unknownTransportOfEndpoint,
  unknownContext,
  unknownEndpoint,
  unknownPublication,
  missingAors,
  aorWithoutContact,
  aorName,
  unusedObject,
  unusedTemplate,
  sipSection,
  registerLine,
  unreadSipConf,
  ...chanSipDialplanRules,
  notFilledIn,
  unfilledVariable,
  unrenderedTemplate,
  brokenTemplate,
  dependsOnRendering,
  noCommonCodec,
  contactNotMatched,
  matchesEveryone,
  overlappingMatch,
  providerNotMatched,
  sourcePort,
  unidentifiedTrunk,
  challengedProvider,
  unknownIdentifyEndpoint,
  ...dialplanRules,
  ...patternRules,
  ...applicationRules,
  ...functionRules,
  ...variableRules,
  ...expressionRules,
  ...jumpRules,
  ...flowRules,
  ...deviceRules,
  ...elsewhereRules,
  ...leftoverRules,
  unformatted,
  unusedSuppression,
  unknownSuppressedRule,
  suppressionNotUnderstood,
  ...upgradeRules,
  forbiddenSuppression,
  suppressionWithoutReason,
];

/** The rule of that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id);
}

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
