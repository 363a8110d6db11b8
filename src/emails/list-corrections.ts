/** What kind of mailboxes a domain has: paid for by its owner, free for everybody, or thrown away after use. */
export type DomainClass = "corporate" | "free" | "disposable"

/**
 * Domains that people really use, in tests or for their mail, and that the lists of Appwrite 1.9 put into another class
 * than the lists of the packages do. Appwrite's lists are of October 2025 and made by machine: `example.com` and the
 * mailboxes of large providers ended up among the disposable ones.
 */
const CORRECTIONS: Readonly<Record<DomainClass, string>> = {
  disposable: `
    example.com
    123.com 139.com 21cn.com bigmir.net directbox.com hushmail.com qq.com sify.com sohu.com yeah.net
  `,
  free: `
    fastmail.com fastmail.ca fastmail.co.uk fastmail.es fastmail.in fastmail.jp fastmail.net fastmail.nl
    gmx.ch hotmail.ch hotmail.co.za hotmail.com.tr hotmail.fi hotmail.se
    live.at live.cl live.co.za live.com.pt live.in live.no live.ru live.se
    mail.bg mail.de mailfence.com msn.nl my.com nextmail.ru onet.com.pl onet.eu op.pl openmailbox.org outlook.nl
    poczta.onet.pl posteo.at posteo.be posteo.ch posteo.de posteo.es posteo.net rediff.com telefonica.net tut.by
    tutanota.com xs4all.nl
    yahoo.ae yahoo.at yahoo.be yahoo.ch yahoo.co yahoo.co.il yahoo.co.za yahoo.com.co yahoo.com.tr yahoo.cz yahoo.fi
    yahoo.hu yahoo.nl yahoo.no yahoo.pl yahoo.pt yandex.pl yandex.ua ziggo.nl zohomail.com
  `,
  corporate: `
    mozmail.com msk.ru pp.ua privaterelay.appleid.com simplelogin.com
    aol.co.uk bt.com btopenworld.com cogeco.ca daum.net docomo.ne.jp globo.com inbox.lv lycos.de mailbox.org msn.co.uk
    nate.com netcom.com netscape.com neuf.fr o2.pl online.de pobox.com poste.it sfr.fr sympatico.ca talktalk.co.uk
    talktalk.net telus.net tin.it voila.fr
  `,
}

const words = (text: string): string[] => text.trim().split(/\s+/)

/** The class of each domain that the lists of the packages get wrong. */
export const listCorrections: ReadonlyMap<string, DomainClass> = new Map([
  ...words(CORRECTIONS.disposable).map((domain) => [domain, "disposable"] as const),
  ...words(CORRECTIONS.free).map((domain) => [domain, "free"] as const),
  ...words(CORRECTIONS.corporate).map((domain) => [domain, "corporate"] as const),
])
