/* How English texts call states and organisations: by name, by adjective, by the seat of government. */

/** alpha-3 | names, the usual one first | adjectives and people | seats */
const table = `
AFG|Afghanistan|Afghan,Afghans|Kabul
ALB|Albania|Albanian,Albanians|Tirana
DZA|Algeria|Algerian,Algerians|Algiers
AND|Andorra|Andorran|
AGO|Angola|Angolan,Angolans|Luanda
ARG|Argentina|Argentine,Argentinian|Buenos Aires
ARM|Armenia|Armenian,Armenians|Yerevan
AUS|Australia|Australian,Australians|Canberra
AUT|Austria|Austrian,Austrians|Vienna
AZE|Azerbaijan|Azerbaijani,Azerbaijanis,Azeri|Baku
BHR|Bahrain|Bahraini|Manama
BGD|Bangladesh|Bangladeshi|Dhaka
BLR|Belarus|Belarusian,Belarusians|Minsk
BEL|Belgium|Belgian,Belgians|Brussels
BEN|Benin|Beninese|
BTN|Bhutan|Bhutanese|Thimphu
BOL|Bolivia|Bolivian,Bolivians|La Paz
BIH|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
BWA|Botswana|Botswanan|Gaborone
BRA|Brazil|Brazilian,Brazilians|Brasilia
BGR|Bulgaria|Bulgarian,Bulgarians|Sofia
BFA|Burkina Faso|Burkinabe|Ouagadougou
BDI|Burundi|Burundian,Burundians|Bujumbura
KHM|Cambodia|Cambodian,Cambodians|Phnom Penh
CMR|Cameroon|Cameroonian|Yaounde
CAN|Canada|Canadian,Canadians|Ottawa
CAF|Central African Republic|Central African|Bangui
TCD|Chad|Chadian,Chadians|N'Djamena
CHL|Chile|Chilean,Chileans|
CHN|China|Chinese|Beijing
COL|Colombia|Colombian,Colombians|Bogota
COD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC|Congolese|Kinshasa
COG|Republic of the Congo||Brazzaville
CRI|Costa Rica|Costa Rican|
CIV|Ivory Coast,Cote d'Ivoire|Ivorian|Abidjan
HRV|Croatia|Croatian,Croatians,Croat,Croats|Zagreb
CUB|Cuba|Cuban,Cubans|Havana
CYP|Cyprus|Cypriot,Cypriots,Greek Cypriot,Greek Cypriots|Nicosia
CZE|Czech Republic,Czechia|Czech,Czechs|Prague
DNK|Denmark|Danish,Danes|Copenhagen
DJI|Djibouti|Djiboutian|
ECU|Ecuador|Ecuadorian,Ecuadorians|Quito
EGY|Egypt|Egyptian,Egyptians|Cairo
SLV|El Salvador|Salvadoran|San Salvador
ERI|Eritrea|Eritrean,Eritreans|Asmara
EST|Estonia|Estonian,Estonians|Tallinn
ETH|Ethiopia|Ethiopian,Ethiopians|Addis Ababa
FRO|Faroe Islands,Faroes|Faroese|
FJI|Fiji|Fijian|Suva
FIN|Finland|Finnish,Finns|Helsinki
FRA|France|French|Paris,Elysee
GAB|Gabon|Gabonese|Libreville
GMB|Gambia|Gambian|Banjul
GEO|Georgia|Georgian,Georgians|Tbilisi
DEU|Germany|German,Germans|Berlin
GHA|Ghana|Ghanaian|Accra
GRL|Greenland|Greenlandic,Greenlanders|
GRC|Greece|Greek,Greeks|Athens
GTM|Guatemala|Guatemalan|
GIN|Guinea|Guinean|Conakry
GUY|Guyana|Guyanese|Georgetown
HTI|Haiti|Haitian|Port-au-Prince
VAT|Holy See|Vatican|Vatican
HND|Honduras|Honduran|Tegucigalpa
HUN|Hungary|Hungarian,Hungarians|Budapest
ISL|Iceland|Icelandic|Reykjavik
IND|India|Indian,Indians|New Delhi,Delhi
IDN|Indonesia|Indonesian,Indonesians|Jakarta
IRN|Iran|Iranian,Iranians|Tehran
IRQ|Iraq|Iraqi,Iraqis|Baghdad
IRL|Ireland|Irish|Dublin
ISR|Israel|Israeli,Israelis|Tel Aviv
ITA|Italy|Italian,Italians|Rome
JAM|Jamaica|Jamaican|
JPN|Japan|Japanese|Tokyo
JOR|Jordan|Jordanian,Jordanians|Amman
KAZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana
KEN|Kenya|Kenyan,Kenyans|Nairobi
KWT|Kuwait|Kuwaiti,Kuwaitis|
KGZ|Kyrgyzstan|Kyrgyz|Bishkek
LAO|Laos|Laotian,Lao|Vientiane
LVA|Latvia|Latvian,Latvians|Riga
LBN|Lebanon|Lebanese|Beirut
LBR|Liberia|Liberian|Monrovia
LBY|Libya|Libyan,Libyans|Tripoli
LIE|Liechtenstein||Vaduz
LTU|Lithuania|Lithuanian,Lithuanians|Vilnius
LUX|Luxembourg|Luxembourgish|
MDG|Madagascar|Malagasy|Antananarivo
MWI|Malawi|Malawian|Lilongwe
MYS|Malaysia|Malaysian,Malaysians|Kuala Lumpur
MDV|Maldives|Maldivian|
MLI|Mali|Malian,Malians|Bamako
MLT|Malta|Maltese|Valletta
MRT|Mauritania|Mauritanian|Nouakchott
MEX|Mexico|Mexican,Mexicans|Mexico City
MDA|Moldova|Moldovan,Moldovans|Chisinau
MNG|Mongolia|Mongolian|Ulaanbaatar
MNE|Montenegro|Montenegrin|Podgorica
MAR|Morocco|Moroccan,Moroccans|Rabat
MOZ|Mozambique|Mozambican|Maputo
MMR|Myanmar,Burma|Burmese|Naypyidaw
NAM|Namibia|Namibian|Windhoek
NPL|Nepal|Nepalese,Nepali|Kathmandu
NLD|Netherlands|Dutch|The Hague,Amsterdam
NZL|New Zealand||Wellington
NIC|Nicaragua|Nicaraguan|Managua
NER|Niger|Nigerien|Niamey
NGA|Nigeria|Nigerian,Nigerians|Abuja
PRK|North Korea,DPRK|North Korean,North Koreans|Pyongyang
MKD|North Macedonia,Macedonia|Macedonian,Macedonians|Skopje
NOR|Norway|Norwegian,Norwegians|Oslo
OMN|Oman|Omani,Omanis|Muscat
PAK|Pakistan|Pakistani,Pakistanis|Islamabad
PSE|Palestine|Palestinian,Palestinians|Ramallah
PAN|Panama|Panamanian|
PNG|Papua New Guinea||Port Moresby
PRY|Paraguay|Paraguayan|Asuncion
PER|Peru|Peruvian,Peruvians|Lima
PHL|Philippines|Philippine,Filipino,Filipinos|Manila
POL|Poland|Polish,Poles|Warsaw
PRT|Portugal|Portuguese|Lisbon
QAT|Qatar|Qatari,Qataris|Doha
ROU|Romania|Romanian,Romanians|Bucharest
RUS|Russia,Russian Federation|Russian,Russians|Moscow,Kremlin
RWA|Rwanda|Rwandan,Rwandans|Kigali
SAU|Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh
SEN|Senegal|Senegalese|Dakar
SRB|Serbia|Serbian,Serb,Serbs|Belgrade
SLE|Sierra Leone|Sierra Leonean|Freetown
SGP|Singapore|Singaporean|
SVK|Slovakia|Slovak,Slovaks|Bratislava
SVN|Slovenia|Slovenian,Slovene|Ljubljana
SOM|Somalia|Somali,Somalis|Mogadishu
ZAF|South Africa|South African,South Africans|Pretoria
KOR|South Korea,Republic of Korea|South Korean,South Koreans|Seoul
SSD|South Sudan|South Sudanese|Juba
ESP|Spain|Spanish,Spaniards|Madrid
LKA|Sri Lanka|Sri Lankan|Colombo
SDN|Sudan|Sudanese|Khartoum
SUR|Suriname|Surinamese|Paramaribo
SWE|Sweden|Swedish,Swedes|Stockholm
CHE|Switzerland|Swiss|Bern
SYR|Syria|Syrian,Syrians|Damascus
TWN|Taiwan|Taiwanese|Taipei
TJK|Tajikistan|Tajik,Tajiks|Dushanbe
TZA|Tanzania|Tanzanian|Dodoma
THA|Thailand|Thai,Thais|Bangkok
TLS|East Timor,Timor-Leste|Timorese|Dili
TGO|Togo|Togolese|Lome
TUN|Tunisia|Tunisian,Tunisians|Tunis
TUR|Türkiye,Turkey|Turkish,Turks|Ankara
TKM|Turkmenistan|Turkmen|Ashgabat
UGA|Uganda|Ugandan,Ugandans|Kampala
UKR|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
ARE|United Arab Emirates,UAE,Emirates|Emirati,Emiratis|Abu Dhabi
GBR|United Kingdom,Britain,Great Britain,UK,U.K.|British,Britons|London,Downing Street
USA|United States,United States of America,US,U.S.,USA,America|American,Americans|Washington,White House
URY|Uruguay|Uruguayan|Montevideo
UZB|Uzbekistan|Uzbek,Uzbeks|Tashkent
VEN|Venezuela|Venezuelan,Venezuelans|Caracas
VNM|Vietnam,Viet Nam|Vietnamese|Hanoi
YEM|Yemen|Yemeni,Yemenis|Sanaa,Sana'a
ZMB|Zambia|Zambian|Lusaka
ZWE|Zimbabwe|Zimbabwean|Harare
ATG|Antigua and Barbuda,Antigua|Antiguan|
BHS|Bahamas|Bahamian|Nassau
BRB|Barbados|Barbadian,Barbadians|Bridgetown
BLZ|Belize|Belizean|Belmopan
BRN|Brunei|Bruneian|
CPV|Cape Verde,Cabo Verde|Cape Verdean|
COM|Comoros|Comorian|Moroni
DMA|Dominica||Roseau
DOM|Dominican Republic|Dominican,Dominicans|Santo Domingo
GNQ|Equatorial Guinea|Equatoguinean|Malabo
SWZ|Eswatini,Swaziland|Swazi|Mbabane
GRD|Grenada|Grenadian|
GNB|Guinea-Bissau|Bissau-Guinean|Bissau
KIR|Kiribati||Tarawa
LSO|Lesotho|Basotho|Maseru
MHL|Marshall Islands|Marshallese|Majuro
MUS|Mauritius|Mauritian|Port Louis
FSM|Micronesia|Micronesian|
MCO|Monaco|Monegasque|
NRU|Nauru|Nauruan|
PLW|Palau|Palauan|
KNA|Saint Kitts and Nevis,St. Kitts and Nevis||
LCA|Saint Lucia,St. Lucia|Saint Lucian|Castries
VCT|Saint Vincent and the Grenadines,St. Vincent and the Grenadines,St. Vincent,Saint Vincent|Vincentian|Kingstown
WSM|Samoa|Samoan,Samoans|Apia
SMR|San Marino||
STP|Sao Tome and Principe||
SYC|Seychelles|Seychellois|
SLB|Solomon Islands||Honiara
TON|Tonga|Tongan,Tongans|Nukuʻalofa
TTO|Trinidad and Tobago,Trinidad|Trinidadian|Port of Spain
TUV|Tuvalu|Tuvaluan|Funafuti
VUT|Vanuatu|Vanuatuan|Port Vila
XKX|Kosovo|Kosovar,Kosovan|Pristina
|Soviet Union,USSR|Soviet|
|United Nations,UN,U.N.||
|European Union,EU,E.U.||
|North Atlantic Treaty Organization,NATO||
|Organization for Security and Co-operation in Europe,OSCE||
|African Union,AU||
|Arab League,League of Arab States||
|Organisation of Islamic Cooperation,OIC||
|International Committee of the Red Cross,ICRC,Red Cross||
|International Atomic Energy Agency,IAEA||
|Association of Southeast Asian Nations,ASEAN||
|Intergovernmental Authority on Development,IGAD||
|Economic Community of West African States,ECOWAS||
|Gulf Cooperation Council,GCC||
|Palestine Liberation Organization,PLO||
|Hamas|||
|Hezbollah|||
|Taliban|||
|Houthis,Ansar Allah|Houthi|
`

export interface State {
  alpha3: string | null
  name: string
  /** How it was written: its name, an adjective, its seat of government. */
  by: 'name' | 'adjective' | 'seat'
}

/** By the words as they are printed: "US" is a state, "us" is not. */
const states = new Map<string, State[]>()
for (const line of table.trim().split('\n')) {
  const [alpha3 = '', names = '', adjectives = '', seats = ''] = line.split('|')
  const name = names.split(',')[0] ?? ''
  const learn = (list: string, by: State['by']) => {
    for (const words of list.split(',').filter(Boolean))
      states.set(words, [...(states.get(words) ?? []), { alpha3: alpha3 || null, name, by }])
  }
  learn(names, 'name')
  learn(adjectives, 'adjective')
  learn(seats, 'seat')
}
/** The longest of these names, in words. */
export const LONGEST_STATE = 6

export function stateCalled(words: string): State | null {
  return states.get(words)?.[0] ?? null
}

/** "Thai-Cambodian" */
export function isOfStates(word: string): boolean {
  return stateCalled(word) !== null || word.split('-').some((part) => stateCalled(part) !== null)
}
