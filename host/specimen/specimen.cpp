#include "specimen/specimen.hpp"

#include "specimen/altering.hpp"
#include "specimen/pdf_alterations.hpp"
#include "specimen/print_and_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace vidimus::specimen {
namespace {

constexpr std::string_view room = "specimen";

const Layout* chooseLayout(const DocumentType& type, const Request& request, const Random& random)
{
    if (request.layout.empty())
        return &type.layouts[random.stream("layout").below(type.layouts.size())];
    std::size_t number = 0;
    const char* end = request.layout.data() + request.layout.size();
    if (std::from_chars(request.layout.data(), end, number).ptr == end)
        return number >= 1 && number <= type.layouts.size() ? &type.layouts[number - 1] : nullptr;
    const auto found = std::find_if(
        type.layouts.begin(), type.layouts.end(), [&](const Layout& layout) { return layout.name == request.layout; });
    return found == type.layouts.end() ? nullptr : &*found;
}

/// The deciding date: a design that was called in is judged before that day, unless it is meant to have expired.
Date decidingDate(const Request& request, const Layout& layout, const Person& person)
{
    const Date usual = request.asOf.value_or(*Date::of(2026, 11, 22));
    const bool meantToExpire
        = std::find(request.alterations.begin(), request.alterations.end(), "expired") != request.alterations.end();
    if (request.asOf || !layout.inForceUntil || meantToExpire)
        return usual;
    return layout.inForceUntil(person.birth).plusDays(-60);
}

/// The page of one side, or both sides of a card on an A4 page.
Painter painterOf(const Layout& layout, const std::string& side, const Facts& facts, const Random& random)
{
    if (side == "both" && layout.drawBack)
        return [&layout, &facts, random](Canvas& canvas) {
            canvas.fill({{0}, {0}, {210}, {297}}, {1, 1, 1});
            canvas.setOrigin({{(210 - layout.width.value) / 2}, {45}});
            layout.draw(canvas, facts, random);
            canvas.setOrigin({{(210 - layout.width.value) / 2}, {60 + layout.height.value}});
            layout.drawBack(canvas, facts, random);
            canvas.setOrigin({});
        };
    const auto draw = side == "back" && layout.drawBack ? layout.drawBack : layout.draw;
    return [draw, &layout, &facts, random](Canvas& canvas) {
        canvas.fill({{0}, {0}, layout.width, layout.height}, {1, 1, 1});
        draw(canvas, facts, random);
    };
}

/// The signer named, or the one that every machine makes alike.
Result<Signer> signerFor(const Request& request)
{
    if (!request.trust.empty())
        return readSigner(request.trust);
    auto made = makeTrust(defaultTrustSeed);
    if (!made)
        return made.error();
    return std::move(made->signer);
}

Result<std::string> alterFile(const Request& request, std::string bytes, UtcTime created, Truth& truth)
{
    Signer signer;
    for (const std::string& text : request.alterations) {
        const PdfAlteration* alteration = pdfAlteration(text);
        if (!alteration)
            continue;
        if (request.kind != FileKind::Pdf && !alteration->anyFile)
            return Error{ErrorKind::Unsupported, fmt::format("{} alters PDF files only.", text), std::string(room)};
        if (!signer.key && text.starts_with("sign")) {
            auto read = signerFor(request);
            if (!read)
                return read.error();
            signer = std::move(*read);
        }
        auto altered = alterPdf(*alteration, std::move(bytes), {&signer, {created.seconds + 3600}});
        if (!altered)
            return altered;
        bytes = std::move(*altered);
        truth.alterations.push_back({text, std::string(alteration->check), std::string(alteration->reason), {}, {}});
    }
    return bytes;
}

Result<Acquired> acquire(const Request& request, Picture picture, Millimetres corners, Truth& truth)
{
    Acquired page{picture.pixels, picture.dpi, {}, corners};
    for (std::size_t i = 0; i < request.degradations.size(); ++i) {
        const Degradation* step = degradation(request.degradations[i]);
        if (!step)
            return notFound("degradation", request.degradations[i]);
        step->apply(page, Random(request.seed).stream(fmt::format("degradation {} {}", i, step->name)));
        truth.degradations.emplace_back(step->name);
        if (!step->reason.empty())
            truth.alterations.push_back({std::string(step->name), "page-readable", std::string(step->reason), {}, {}});
    }
    truth.fields = std::move(picture.fields);
    for (PlacedField& field : truth.fields)
        field.region = boundsOf(page.fromPage(quadOf(field.region)));
    truth.pages = {{page.dpi.length(page.pixels.cols), page.dpi.length(page.pixels.rows), page.dpi.value}};
    return page;
}

Result<std::string> encode(FileKind kind, const Acquired& page, const PdfMetadata& metadata)
{
    switch (kind) {
    case FileKind::Png:
        return encodePng(page.pixels, page.dpi);
    case FileKind::Jpeg:
        return encodeJpeg(page.pixels, page.dpi, 88);
    case FileKind::Pdf:
        break;
    }
    return pictureAsPdf(page.pixels, page.dpi, metadata);
}

} // namespace

Result<Made> make(const Request& request)
{
    const DocumentType* type = documentType(request.profile);
    if (!type)
        return notFound("profile", request.profile);
    const Random random(request.seed);
    const Layout* layout = chooseLayout(*type, request, random);
    if (!layout)
        return notFound("layout of " + request.profile, request.layout);
    if (request.side != "front" && !layout->drawBack)
        return Error{ErrorKind::Unsupported, fmt::format("{} has no other side.", request.profile), std::string(room)};

    const Person person = Person::make(Random(request.personSeed.value_or(request.seed)), request.data);
    const Date asOf = decidingDate(request, *layout, person);
    Facts facts = type->facts(person, *layout, random.stream("facts"), asOf);
    facts.set(faceSeed, std::to_string(request.personSeed.value_or(request.seed)));
    for (const auto& [key, value] : request.data.all())
        facts.set(key.first, value, key.second);
    if (type->code && !request.data.has(codeText))
        facts.set(codeText, type->code(facts));
    // The file is made on the day that the genuine paper would have been issued.
    const Date issued = facts.date("issue.date").value_or(asOf);
    const UtcTime created{
        issued.earliest().dayNumber() * 86400 + 32400 + static_cast<std::int64_t>(random.stream("time").below(28800))};

    Made made;
    Truth& truth = made.truth;
    truth = {request.profile, std::string(layout->name), request.side, asOf.iso(), request.seed, {}, {}, {}, {}, {}};
    const Painter paint = painterOf(*layout, request.side, facts, random.stream("drawing"));
    if (auto altered = alterFacts(request, {*type, *layout, facts, person, asOf, random}, paint, truth); !altered)
        return altered.error();

    const PageSize size = request.side == "both" ? PageSize{{210}, {297}} : PageSize{layout->width, layout->height};
    const PdfMetadata metadata{std::string(type->title), "", "Vidimus specimen", created};
    if (request.kind == FileKind::Pdf && request.degradations.empty()) {
        auto file = renderPdf(paint, size, request.langs, metadata);
        if (!file)
            return file.error();
        made.bytes = std::move(file->bytes);
        truth.fields = std::move(file->fields);
        truth.pages = {{size.width, size.height, 0}};
    } else {
        auto picture = renderPicture(paint, size, request.dpi, request.langs);
        if (!picture)
            return picture.error();
        auto page
            = acquire(request, std::move(*picture), request.side == "both" ? Millimetres{} : layout->corners, truth);
        if (!page)
            return page.error();
        auto bytes = encode(request.kind, *page, metadata);
        if (!bytes)
            return bytes.error();
        made.bytes = std::move(*bytes);
    }
    auto bytes = alterFile(request, std::move(made.bytes), created, truth);
    if (!bytes)
        return bytes.error();
    made.bytes = std::move(*bytes);
    const bool altered = std::any_of(truth.alterations.begin(), truth.alterations.end(),
        [](const AlterationRecord& record) { return !record.reason.empty(); });
    truth.kind = type->foreign ? "foreign" : altered ? "altered" : "genuine";
    return made;
}

} // namespace vidimus::specimen
