import type { Office } from "#shared/office.ts";

/** The refusal with its lampiran as a page that a browser prints: kop, head, text, signature, table. */
export const letterHtml = ({ government, name, address, place, head }: Office): string => `
<!doctype html><html lang="id"><style>
  body { font: 11pt Arial, sans-serif; } h1, h2, address { text-align: center; margin: 0; }
  hr { border: 0; border-top: 3px double; } p { text-align: justify; text-indent: 36pt; }
  table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid; padding: 2pt 4pt; }
  .sign { margin-left: 50%; text-align: center; } .next { break-before: page; }
</style>
<h2>${government}</h2><h1>${name}</h1><address>${address}</address><hr>
<div style="text-align:right">${place}, 16 November 2026</div>
<div>Nomor: …………<br>Sifat: Biasa<br>Lampiran: 1 (satu) berkas<br><b>Hal: Penolakan Permohonan Data</b></div>
<div>Yth. Ayu Contoh<br>di Tempat</div>
<p>Menindaklanjuti permohonan data Saudara, dengan ini kami sampaikan bahwa permohonan tersebut tidak dapat kami penuhi dengan alasan sebagai berikut:</p>
<ol><li>Data tidak dikuasai.</li></ol>
${"<p>Penolakan ini didasarkan pada Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik dan Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.</p>".repeat(3)}
<div class="sign">${head.post},<br><br><br><br><b>${head.name}</b><br>${head.rank}<br>NIP ${head.nip}</div>
<div class="next">Lampiran Surat Penolakan Permohonan Data</div><h2>LIST KETERSEDIAAN DATA</h2>
<table><tr><th>No<th>Nama data<th>Periode<th>Satuan<th>Ketersediaan<th>Keterangan</tr>
<tr><td>1<td>Produksi padi<td>2021–2025<td>ton<td>Belum diperiksa<td></tr></table></html>`;
