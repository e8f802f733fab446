/* Where it is all made to happen: states with their capitals, and what meets are held in. */

export interface Place {
  state: string
  alpha3: string
  alpha2: string
  city: string
  latitude: number
  longitude: number
  zone: string
  people: string
}

const text = `Switzerland CHE CH Geneva 46.2044 6.1432 Europe/Zurich fr
Türkiye TUR TR Istanbul 41.0082 28.9784 Europe/Istanbul tr
Norway NOR NO Oslo 59.9139 10.7522 Europe/Oslo en
Austria AUT AT Vienna 48.2082 16.3738 Europe/Vienna en
United_States USA US Washington 38.9072 -77.0369 America/New_York en
Russian_Federation RUS RU Moscow 55.7558 37.6173 Europe/Moscow ru
Ukraine UKR UA Kyiv 50.4501 30.5234 Europe/Kyiv ru
Qatar QAT QA Doha 25.2854 51.5310 Asia/Qatar ar
Egypt EGY EG Cairo 30.0444 31.2357 Africa/Cairo ar
France FRA FR Paris 48.8566 2.3522 Europe/Paris fr
United_Kingdom GBR GB London 51.5074 -0.1278 Europe/London en
Germany DEU DE Berlin 52.5200 13.4050 Europe/Berlin en
China CHN CN Beijing 39.9042 116.4074 Asia/Shanghai zh
Greece GRC GR Athens 37.9838 23.7275 Europe/Athens el
Cyprus CYP CY Nicosia 35.1856 33.3823 Asia/Nicosia el
Georgia GEO GE Tbilisi 41.7151 44.8271 Asia/Tbilisi ka
Colombia COL CO Bogotá 4.7110 -74.0721 America/Bogota es
Mexico MEX MX Mexico_City 19.4326 -99.1332 America/Mexico_City es
Spain ESP ES Madrid 40.4168 -3.7038 Europe/Madrid es
Cuba CUB CU Havana 23.1136 -82.3666 America/Havana es
Kenya KEN KE Nairobi -1.2921 36.8219 Africa/Nairobi en
Ethiopia ETH ET Addis_Ababa 9.0300 38.7400 Africa/Addis_Ababa en
Sudan SDN SD Khartoum 15.5007 32.5599 Africa/Khartoum ar
South_Africa ZAF ZA Pretoria -25.7479 28.2293 Africa/Johannesburg en
Nigeria NGA NG Abuja 9.0765 7.3986 Africa/Lagos en
Jordan JOR JO Amman 31.9539 35.9106 Asia/Amman ar
Saudi_Arabia SAU SA Riyadh 24.7136 46.6753 Asia/Riyadh ar
Oman OMN OM Muscat 23.5880 58.3829 Asia/Muscat ar
Iraq IRQ IQ Baghdad 33.3152 44.3661 Asia/Baghdad ar
Syria SYR SY Damascus 33.5138 36.2765 Asia/Damascus ar
Lebanon LBN LB Beirut 33.8938 35.5018 Asia/Beirut ar
Belarus BLR BY Minsk 53.9006 27.5590 Europe/Minsk ru
Kazakhstan KAZ KZ Astana 51.1694 71.4491 Asia/Almaty ru
Finland FIN FI Helsinki 60.1699 24.9384 Europe/Helsinki en
Sweden SWE SE Stockholm 59.3293 18.0686 Europe/Stockholm en
Ireland IRL IE Dublin 53.3498 -6.2603 Europe/Dublin en
Belgium BEL BE Brussels 50.8503 4.3517 Europe/Brussels fr
Italy ITA IT Rome 41.9028 12.4964 Europe/Rome es
Portugal PRT PT Lisbon 38.7223 -9.1393 Europe/Lisbon es
Japan JPN JP Tokyo 35.6762 139.6503 Asia/Tokyo zh
Singapore SGP SG Singapore 1.3521 103.8198 Asia/Singapore zh
Indonesia IDN ID Jakarta -6.2088 106.8456 Asia/Jakarta en
India IND IN New_Delhi 28.6139 77.2090 Asia/Kolkata en
Pakistan PAK PK Islamabad 33.6844 73.0479 Asia/Karachi ar
Azerbaijan AZE AZ Baku 40.4093 49.8671 Asia/Baku tr
Panama PAN PA Panama_City 8.9824 -79.5199 America/Panama es
Chile CHL CL Santiago -33.4489 -70.6693 America/Santiago es
Brazil BRA BR Brasília -15.7939 -47.8828 America/Sao_Paulo es
Algeria DZA DZ Algiers 36.7538 3.0588 Africa/Algiers ar
Senegal SEN SN Dakar 14.7167 -17.4677 Africa/Dakar fr
New_Zealand NZL NZ Wellington -41.2865 174.7762 Pacific/Auckland en
Canada CAN CA Ottawa 45.4215 -75.6972 America/Toronto en`

export const places: readonly Place[] = text.split('\n').map((line) => {
  const [state = '', alpha3 = '', alpha2 = '', city = '', latitude, longitude, zone = '', people = ''] =
    line.split(' ')
  const plain = (name: string) => name.replaceAll('_', ' ')
  return {
    ...{ state: plain(state), alpha3, alpha2, city: plain(city) },
    ...{ latitude: Number(latitude), longitude: Number(longitude), zone, people },
  }
})

/** A kind of house and what one of it is called. */
export const houses = {
  palace: ['Palace', 'Old Palace', 'Summer Palace'],
  'government building': ['Ministry', 'Chancellery', 'State House'],
  residence: ['Villa', 'Guest House', 'Lodge'],
  hotel: ['Hotel', 'Grand Hotel', 'Park Hotel'],
  'conference centre': ['Conference Centre', 'Congress Hall', 'Forum'],
  'town or area': ['', 'Old Town', 'Harbour'],
  'military base': ['Barracks', 'Air Base', 'Fort'],
  'embassy or mission': ['Embassy', 'Mission', 'Consulate'],
  'border site': ['Crossing', 'Bridge', 'Checkpoint'],
} as const
