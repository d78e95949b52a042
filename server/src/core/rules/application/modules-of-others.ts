// Applications of widespread modules that are not part of Asterisk.

const byModule: Readonly<Record<string, readonly string[]>> = {
  app_konference: ["Konference", "KonferenceCount"],
  app_espeak: ["Espeak"],
  app_flite: ["Flite"],
  app_verbio: ["VerbioPrompt", "VerbioRec", "VerbioInfo", "VerbioLoadVcb", "VerbioUnloadVcb"],
  app_swift: ["Swift"],
  app_picotts: ["PicoTTS"],
  app_unimrcp: ["MRCPSynth", "MRCPRecog", "MRCPVerif", "MRCPRecogVerif", "SynthAndRecog"],
  app_nv_faxdetect: ["NVFaxDetect", "NVBackgroundDetect"],
  app_rxfax: ["RxFAX"],
  app_txfax: ["TxFAX"],
  app_fax: ["FaxGateway"],
  app_rpt: ["Rpt"],
  chan_dongle: ["DongleSendSMS", "DongleSendUSSD", "DongleSendPDU", "DongleStatus", "DongleDeleteSMS"],
  chan_quectel: ["QuectelSendSMS", "QuectelSendUSSD", "QuectelStatus"],
  chan_datacard: ["DatacardSendSMS", "DatacardStatus"],
  chan_sccp: ["SetCalledParty", "SetMessage"],
  chan_khomp: ["KSendSMS", "KSendUSSD", "KEchoCanceller", "KAutoGainControl", "SelectSimCard"],
  PhreakNet: ["ACTS", "CoinCall", "CoinDisposition", "DialTone", "LocalCoinDisposition"].concat(
    ["KeyPrefetch", "OutVerify", "PhreakNetDial", "PreDial", "SendFrame", "Verify"],
    ["CancelCallback", "RequestCallback"],
  ),
};

const modules: ReadonlyMap<string, string> = new Map(
  Object.entries(byModule).flatMap(([module, names]) =>
    names.map((name): [string, string] => [name.toLowerCase(), module]),
  ),
);

/** The module that brings an application along, by its name in lower case. */
export function moduleOfOthers(name: string): string | undefined {
  return modules.get(name);
}
