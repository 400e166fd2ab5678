//! A sample trusted list (ETSI TS 119 612, version 6) of the sample hierarchy, signed by a sample operator.

use super::keys::Hash;
use super::pki::Pki;
use super::time::Instant;
use super::x509::Entity;
use super::xades::parts::{algorithm, name_text, with_digest};
use super::xades::{DS, Hook, XADES, apply};
use super::xml::{Canonical, Element};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const TSL: &str = "http://uri.etsi.org/02231/v2#";
const LIST_TYPES: &str = "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/";
const TYPES: &str = "http://uri.etsi.org/TrstSvc/Svctype/";
const STATUSES: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
const EXTENSIONS: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

/// One service: what it is, its certificate, its states with the newest first.
#[derive(Clone)]
pub struct Service {
    /// Last part of the type URI, such as `CA/QC`.
    pub kind: String,
    pub name: String,
    pub certificate: Entity,
    /// Last part of the status URI and since when; the first is the current one.
    pub states: Vec<(String, Instant)>,
    /// Last parts of the additional-service-information URIs, such as `ForeSeals`.
    pub purposes: Vec<String>,
    /// Further `Extension` elements of the current state and of every past one.
    pub extensions: Vec<Element>,
}

/// A pointer to another list.
#[derive(Clone)]
pub struct Pointer {
    pub territory: String,
    pub location: String,
    /// Last part of the TSLType URI.
    pub kind: String,
    pub signers: Vec<Entity>,
}

impl Pointer {
    fn element(&self) -> Element {
        let identity = |signer: &Entity| {
            Element::new("ServiceDigitalIdentity").child(digital_id("X509Certificate", &STANDARD.encode(&signer.der)))
        };
        let fact = |name: &str, value: &str| Element::new("OtherInformation").child(text(name, value));
        let mime = Element::new("ns3:MimeType")
            .declaring("ns3", "http://uri.etsi.org/02231/v2/additionaltypes#")
            .text("application/vnd.etsi.tsl+xml");
        Element::new("OtherTSLPointer").children([
            Element::new("ServiceDigitalIdentities").children(self.signers.iter().map(identity)),
            text("TSLLocation", &self.location),
            Element::new("AdditionalInformation").children([
                fact("TSLType", &format!("{LIST_TYPES}{}", self.kind)),
                fact("SchemeTerritory", &self.territory),
                Element::new("OtherInformation").child(mime),
            ]),
        ])
    }
}

/// Everything the list will say.
#[derive(Clone)]
pub struct TrustList {
    pub version: u32,
    pub sequence: u32,
    pub territory: String,
    pub issued: Instant,
    pub next_update: Option<Instant>,
    /// Last part of the TSLType URI: `EUgeneric`, `EUlistofthelists`.
    pub kind: String,
    /// SchemeInformationURI.
    pub information: Vec<String>,
    /// PointersToOtherTSL.
    pub pointers: Vec<Pointer>,
    pub services: Vec<Service>,
    pub signer: Entity,
    /// Another digest of the list than the right one.
    pub digest: Option<Vec<u8>>,
    /// The list before it is signed.
    pub on_list: Hook<Element>,
    /// The document after it is signed.
    pub on_xml: Hook<String>,
}

impl Service {
    /// A service in one state since this time.
    pub fn new(kind: &str, name: &str, certificate: &Entity, status: &str, since: &str) -> Self {
        let states = vec![(status.to_owned(), Instant::of(since))];
        let certificate = certificate.clone();
        Self {
            kind: kind.to_owned(),
            name: name.to_owned(),
            certificate,
            states,
            purposes: Vec::new(),
            extensions: Vec::new(),
        }
    }

    /// The same after an earlier state.
    pub fn after(mut self, status: &str, since: &str) -> Self {
        self.states.push((status.to_owned(), Instant::of(since)));
        self
    }

    /// The same for these purposes.
    pub fn purposes(mut self, purposes: &[&str]) -> Self {
        self.purposes = purposes.iter().map(|purpose| (*purpose).to_owned()).collect();
        self
    }

    fn element(&self) -> Element {
        let identity = Element::new("ServiceDigitalIdentity").children([
            digital_id("X509Certificate", &STANDARD.encode(&self.certificate.der)),
            digital_id("X509SubjectName", &name_text(&self.certificate.subject).replace(',', ", ")),
            digital_id("X509SKI", &STANDARD.encode(self.certificate.key.identifier())),
        ]);
        let mut states = self.states.iter();
        let current = states.next().expect("a service has a state");
        let information = self.state(Element::new("ServiceInformation"), identity, current);
        let mut service = Element::new("TSPService").child(information);
        let past: Vec<Element> = states
            .map(|state| {
                let identity = Element::new("ServiceDigitalIdentity").children([
                    digital_id("X509SubjectName", &name_text(&self.certificate.subject).replace(',', ", ")),
                    digital_id("X509SKI", &STANDARD.encode(self.certificate.key.identifier())),
                ]);
                self.state(Element::new("ServiceHistoryInstance"), identity, state)
            })
            .collect();
        if !past.is_empty() {
            service = service.child(Element::new("ServiceHistory").children(past));
        }
        service
    }

    fn state(&self, element: Element, identity: Element, (status, since): &(String, Instant)) -> Element {
        let mut element = element
            .child(text("ServiceTypeIdentifier", &format!("{TYPES}{}", self.kind)))
            .child(Element::new("ServiceName").child(named("Name", "en", &self.name)))
            .child(identity)
            .child(text("ServiceStatus", &format!("{STATUSES}{status}")))
            .child(text("StatusStartingTime", &since.xml()));
        if !self.purposes.is_empty() || !self.extensions.is_empty() {
            let extensions = self.purposes.iter().map(|purpose| {
                let uri = named("URI", "en", &format!("{EXTENSIONS}{purpose}"));
                Element::new("Extension")
                    .attribute("Critical", "true")
                    .child(Element::new("AdditionalServiceInformation").child(uri))
            });
            element = element.child(
                Element::new("ServiceInformationExtensions").children(extensions.chain(self.extensions.clone())),
            );
        }
        element
    }
}

impl TrustList {
    /// The list under which the samples are judged.
    pub fn sample() -> Self {
        let pki = Pki::shared();
        let services = vec![
            Service::new("CA/QC", "PARAUGS eZīmogi ICA", &pki.seal_authority, "granted", "2022-02-12T12:00:00Z")
                .after("granted", "2021-02-12T12:00:00Z")
                .purposes(&["ForeSignatures", "ForeSeals"]),
            Service::new("CA/QC", "PARAUGS Personas ICA", &pki.person_authority, "granted", "2021-02-12T12:00:00Z")
                .purposes(&["ForeSignatures"]),
            Service::new("TSA/QTST", "PARAUGS TSA A 2023R", &pki.unit_2023, "withdrawn", "2026-01-10T08:00:00Z")
                .after("granted", "2023-01-20T08:00:00Z"),
            Service::new("TSA/QTST", "PARAUGS TSA A 2025E", &pki.unit_2025, "granted", "2025-01-20T08:00:00Z"),
            Service::new(
                "NationalRootCA-QC",
                "PARAUGS Root CA",
                &pki.root,
                "recognisedatnationallevel",
                "2021-02-12T12:00:00Z",
            ),
        ];
        Self {
            version: 6,
            sequence: 1,
            territory: "XX".to_owned(),
            issued: Instant::of("2026-11-02T08:00:00Z"),
            next_update: Some(Instant::of("2036-11-02T08:00:00Z")),
            kind: "EUgeneric".to_owned(),
            information: vec!["https://paraugs.example/list".to_owned()],
            pointers: Vec::new(),
            services,
            signer: pki.list_operator.clone(),
            digest: None,
            on_list: None,
            on_xml: None,
        }
    }

    /// The signed list as an XML document.
    pub fn xml(&self) -> String {
        let services = Element::new("TSPServices").children(self.services.iter().map(Service::element));
        let provider = Element::new("TrustServiceProvider").child(provider_information()).child(services);
        let mut list = Element::new("TrustServiceStatusList")
            .declaring("", TSL)
            .attribute("Id", "SAMPLE-TSL")
            .attribute("TSLTag", "http://uri.etsi.org/19612/TSLTag")
            .child(self.scheme_information())
            .child(Element::new("TrustServiceProviderList").child(provider))
            .indented(0);
        apply(&self.on_list, &mut list);
        let digest = Hash::Sha512.of(&list.canonical(Canonical::Exclusive, &[]));
        let signature = self.signature(self.digest.as_ref().unwrap_or(&digest));
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>";
        let mut xml = format!("{declaration}{}", list.child(signature).document());
        apply(&self.on_xml, &mut xml);
        xml
    }

    fn scheme_information(&self) -> Element {
        let next = self.next_update.map(|time| text("dateTime", &time.xml()));
        let pair = |name: &str, lv: &str, en: &str| {
            Element::new(name).child(named("Name", "lv", lv)).child(named("Name", "en", en))
        };
        let pointers = Element::new("PointersToOtherTSL").children(self.pointers.iter().map(Pointer::element));
        let pointers = if self.pointers.is_empty() { Vec::new() } else { vec![pointers] };
        let before = [
            text("TSLVersionIdentifier", &self.version.to_string()),
            text("TSLSequenceNumber", &self.sequence.to_string()),
            text("TSLType", &format!("{LIST_TYPES}{}", self.kind)),
            pair("SchemeOperatorName", "PARAUGS: izdomāts saraksta uzturētājs", "SAMPLE: invented list operator"),
            address("SchemeOperatorAddress"),
            Element::new("SchemeName").child(named(
                "Name",
                "en",
                "XX:SAMPLE trusted list. Everything in it is invented; nobody may trust it.",
            )),
            Element::new("SchemeInformationURI").children(self.information.iter().map(|uri| named("URI", "en", uri))),
            text("StatusDeterminationApproach", "http://uri.etsi.org/TrstSvc/TrustedList/StatusDetn/EUappropriate"),
            uris("SchemeTypeCommunityRules", "http://uri.etsi.org/TrstSvc/TrustedList/schemerules/EUcommon"),
            text("SchemeTerritory", &self.territory),
            Element::new("PolicyOrLegalNotice").child(named("TSLLegalNotice", "en", "SAMPLE: no legal meaning.")),
            text("HistoricalInformationPeriod", "65535"),
        ];
        let after = [text("ListIssueDateTime", &self.issued.xml()), Element::new("NextUpdate").children(next)];
        Element::new("SchemeInformation").children(before.into_iter().chain(pointers).chain(after))
    }

    fn signature(&self, digest: &[u8]) -> Element {
        let id = "id-sample-list";
        let form = Canonical::Exclusive;
        let within: Vec<(String, String)> = [("", TSL), ("ds", DS), ("xades", XADES)]
            .map(|(prefix, namespace)| (prefix.to_owned(), namespace.to_owned()))
            .to_vec();
        let certificate =
            with_digest(Element::new("xades:CertDigest"), Hash::Sha512, &Hash::Sha512.of(&self.signer.der));
        let serial = Element::new("xades:IssuerSerialV2").text(&STANDARD.encode(self.signer.issuer_serial()));
        let certificate = Element::new("xades:Cert").child(certificate).child(serial);
        let signature_properties = Element::new("xades:SignedSignatureProperties")
            .child(Element::new("xades:SigningTime").text(&self.issued.xml()))
            .child(Element::new("xades:SigningCertificateV2").child(certificate));
        let format = Element::new("xades:DataObjectFormat")
            .attribute("ObjectReference", "#ref-list")
            .child(Element::new("xades:MimeType").text("text/xml"));
        let properties = Element::new("xades:SignedProperties")
            .attribute("Id", &format!("xades-{id}"))
            .child(signature_properties)
            .child(Element::new("xades:SignedDataObjectProperties").child(format));

        let transform = |uri: &str| algorithm("ds:Transform", uri);
        let transforms = Element::new("ds:Transforms")
            .child(transform("http://www.w3.org/2000/09/xmldsig#enveloped-signature"))
            .child(transform(form.uri()));
        let list = Element::new("ds:Reference").attribute("Id", "ref-list").attribute("URI", "").child(transforms);
        let signed = Element::new("ds:Reference")
            .attribute("Type", "http://uri.etsi.org/01903#SignedProperties")
            .attribute("URI", &format!("#xades-{id}"))
            .child(Element::new("ds:Transforms").child(transform(form.uri())));
        let properties_digest = Hash::Sha512.of(&properties.canonical(form, &within));
        let scheme = self.signer.key.scheme();
        let info = Element::new("ds:SignedInfo")
            .child(algorithm("ds:CanonicalizationMethod", form.uri()))
            .child(algorithm("ds:SignatureMethod", &scheme.uri()))
            .child(with_digest(list, Hash::Sha512, digest))
            .child(with_digest(signed, Hash::Sha512, &properties_digest));
        let value = self.signer.key.sign_xml(scheme, &info.canonical(form, &within));
        let value =
            Element::new("ds:SignatureValue").attribute("Id", &format!("value-{id}")).text(&STANDARD.encode(value));
        let key = Element::new("ds:X509Certificate").text(&STANDARD.encode(&self.signer.der));
        let qualifying = Element::new("xades:QualifyingProperties")
            .declaring("xades", XADES)
            .attribute("Target", &format!("#{id}"))
            .child(properties);
        Element::new("ds:Signature")
            .declaring("ds", DS)
            .attribute("Id", id)
            .child(info)
            .child(value)
            .child(Element::new("ds:KeyInfo").child(Element::new("ds:X509Data").child(key)))
            .child(Element::new("ds:Object").child(qualifying))
    }
}

fn provider_information() -> Element {
    let names = |name: &str, value: &str| Element::new(name).child(named("Name", "en", value));
    Element::new("TSPInformation").children([
        names("TSPName", "SAMPLE: PARAUGS: uzticamības pakalpojumi"),
        names("TSPTradeName", "NTRLV-00000000000"),
        address("TSPAddress"),
        uris("TSPInformationURI", "https://paraugs.example/"),
    ])
}

fn address(name: &str) -> Element {
    let postal = Element::new("PostalAddress").attribute("xml:lang", "en").children([
        text("StreetAddress", "Sample street 1"),
        text("Locality", "Paraugs"),
        text("PostalCode", "0000"),
        text("CountryName", "XX"),
    ]);
    Element::new(name)
        .child(Element::new("PostalAddresses").child(postal))
        .child(uris("ElectronicAddress", "https://paraugs.example/"))
}

fn uris(name: &str, uri: &str) -> Element {
    Element::new(name).child(named("URI", "en", uri))
}

fn named(name: &str, language: &str, value: &str) -> Element {
    Element::new(name).attribute("xml:lang", language).text(value)
}

fn text(name: &str, value: &str) -> Element {
    Element::new(name).text(value)
}

fn digital_id(name: &str, value: &str) -> Element {
    Element::new("DigitalId").child(text(name, value))
}
