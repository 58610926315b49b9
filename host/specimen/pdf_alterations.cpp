#include "specimen/pdf_alterations.hpp"

#include "specimen/pdf_signing.hpp"
#include "specimen/pdf_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vidimus::specimen {
namespace {

constexpr std::array table{
    PdfAlteration{"javascript", "pdf-inert", "javascript", "a script runs when the file is opened"},
    PdfAlteration{"launch-action", "pdf-inert", "launch-action", "a program is started when the file is opened"},
    PdfAlteration{"embedded-file", "pdf-inert", "embedded-file", "another file is attached"},
    PdfAlteration{"external-reference", "pdf-inert", "external-reference", "an address is opened without a click"},
    PdfAlteration{"edited", "pdf-origin-plausible", "revised", "an update by an editor draws over the page, unsigned"},
    PdfAlteration{"signed", "", "", "signed over the whole file: nothing is to be found when the root is trusted"},
    PdfAlteration{"signed-then-changed", "pdf-unchanged-since-signing", "changed-after-signing",
        "signed, then an update draws over the page"},
    PdfAlteration{
        "signature-broken", "pdf-signature-holds", "signature-broken", "a byte under the signature is another one"},
    PdfAlteration{"signed-with-expired", "pdf-signature-holds", "signer-expired",
        "the signer's certificate had expired when it signed"},
    PdfAlteration{"signed-with-sha1", "pdf-signature-holds", "digest-weak", "signed over a SHA-1 digest"},
    PdfAlteration{"signed-in-part", "pdf-unchanged-since-signing", "signature-does-not-cover-document",
        "the signature leaves out the end of the file"},
    PdfAlteration{"truncated", "check-did-not-finish", "malformed", "the second half of the file is missing", true},
};

std::string stream(std::string_view dictionary, std::string_view content)
{
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary, content.size(), content);
}

void onOpening(PdfUpdate& update, std::string_view action)
{
    update.addKey(update.catalogue(), "/OpenAction", fmt::format("<< /Type /Action {} >>", action));
}

std::string withAttachment(std::string file)
{
    PdfUpdate update(std::move(file));
    const int content = update.add(stream("/Type /EmbeddedFile", "Nothing of interest."));
    const int specification
        = update.add(fmt::format("<< /Type /Filespec /F (note.txt) /UF (note.txt) /EF << /F {} 0 R >> >>", content));
    update.addKey(update.catalogue(), "/Names",
        fmt::format("<< /EmbeddedFiles << /Names [(note.txt) {} 0 R] >> >>", specification));
    return update.finish();
}

/// A white patch and a word drawn over the middle of the page, as an annotation of its own.
std::string withPatch(std::string file, UtcTime time)
{
    PdfUpdate update(std::move(file));
    const int look = update.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 120 20]",
        "1 g 0 0 120 20 re f 0.1 0.1 0.1 RG 1 w 4 5 m 60 9 l 110 6 l S"));
    const int patch = update.add(
        fmt::format("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [200 400 320 420] /M (D:{}) /AP << /N {} 0 R >> >>",
            time.iso().substr(0, 4), look));
    const std::string page = update.dictionary(update.page());
    if (const std::size_t list = page.find("/Annots ["); list != std::string::npos) {
        std::string longer = page;
        update.replace(update.page(), longer.insert(list + 9, fmt::format("{} 0 R ", patch)));
    } else {
        update.addKey(update.page(), "/Annots", fmt::format("[{} 0 R]", patch));
    }
    return update.finish();
}

std::string withAction(std::string file, std::string_view action)
{
    PdfUpdate update(std::move(file));
    onOpening(update, action);
    return update.finish();
}

/// Moves the file's creation by a second, under the signature.
Result<std::string> withOtherByte(std::string file)
{
    static constexpr std::string_view key = "/CreationDate (D:YYYYMMDDHHMMS";
    const std::size_t date = file.find(key.substr(0, 17));
    if (date == std::string::npos)
        return Error{ErrorKind::Unsupported, "The file has no creation date that could be changed.", "specimen"};
    char& digit = file[date + key.size()];
    digit = digit == '0' ? '1' : '0';
    return file;
}

} // namespace

std::span<const PdfAlteration> pdfAlterations()
{
    return table;
}

const PdfAlteration* pdfAlteration(std::string_view name)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [&](const PdfAlteration& entry) { return entry.name == name; });
    return found == table.end() ? nullptr : &*found;
}

Result<std::string> alterPdf(const PdfAlteration& alteration, std::string file, const PdfScene& scene)
{
    if (alteration.name == "javascript")
        return withAction(std::move(file), "/S /JavaScript /JS (app.alert\\('open'\\);)");
    if (alteration.name == "launch-action")
        return withAction(std::move(file), "/S /Launch /F (calc.exe)");
    if (alteration.name == "external-reference")
        return withAction(std::move(file), "/S /URI /URI (https://example.invalid/seen)");
    if (alteration.name == "embedded-file")
        return withAttachment(std::move(file));
    if (alteration.name == "edited")
        return withPatch(std::move(file), scene.time);
    if (alteration.name == "truncated")
        return file.substr(0, file.size() / 2);
    auto made = signPdf(std::move(file),
        {.signer = *scene.signer,
            .time = scene.time,
            .withExpired = alteration.name == "signed-with-expired",
            .weakDigest = alteration.name == "signed-with-sha1",
            .partial = alteration.name == "signed-in-part"});
    if (!made)
        return made;
    if (alteration.name == "signed-then-changed")
        return withPatch(std::move(*made), {scene.time.seconds + 86400});
    return alteration.name == "signature-broken" ? withOtherByte(std::move(*made)) : made;
}

} // namespace vidimus::specimen
