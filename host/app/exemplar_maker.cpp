#include "app/exemplar_maker.hpp"

#include "pipeline/acquire/acquire.hpp"
#include "pipeline/classify/classify.hpp"
#include "pipeline/extract/design_print.hpp"
#include "pipeline/extract/extract.hpp"

#include <algorithm>
#include <fstream>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;
using profiles::Exemplar;
using profiles::Profile;

Error withName(Error error, const fs::path& file)
{
    error.message = file.string() + ": " + error.message;
    return error;
}

/// Named by its profile, its side and its own content: never by the document, whose name may be a holder's.
fs::path nameOf(const Exemplar& exemplar)
{
    return exemplar.profile + (exemplar.side.empty() ? "" : "-" + exemplar.side) + "-"
        + exemplar.print.digest.substr(0, 8) + ".json";
}

Result<fs::path> written(Exemplar exemplar, const fs::path& folder)
{
    const std::string text = profiles::textOf(exemplar);
    // What the reader would refuse is not written: a pack that does not load helps nobody.
    const auto sound = profiles::exemplarFrom(text, folder.string());
    if (!sound)
        return sound.error();
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = folder / nameOf(*sound);
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.close();
    if (!stream)
        return Error{ErrorKind::System, file.string() + " could not be written", "app"};
    return file;
}

MadeExemplar described(const Exemplar& exemplar, const Profile& profile, fs::path file)
{
    MadeExemplar made{std::move(file), exemplar.print.points.size(), {}, {}};
    for (const auto& box : exemplar.boxes)
        made.boxes.push_back(box.field);
    for (const profiles::FieldSpec& field : profile.fields) {
        const bool here = field.side.empty() || exemplar.side.empty() || field.side == exemplar.side;
        const auto in = [&](const std::vector<std::string>& ids) {
            return std::find(ids.begin(), ids.end(), field.id) != ids.end();
        };
        if (here && !in(made.boxes) && !in(made.missing))
            made.missing.push_back(field.id);
    }
    return made;
}

} // namespace

Result<std::vector<MadeExemplar>> makeExemplars(const ExemplarOrder& order, const House& house, Workers& workers)
{
    const Profile* profile = house.profiles.find(order.profile);
    if (!profile)
        return Error{ErrorKind::NotFound, "there is no profile " + order.profile, "app"};
    const auto acquired = pipeline::acquire(order.file, {"file", {}, UtcTime::now(), {}});
    if (acquired.trouble)
        return *acquired.trouble;
    const auto services = workers.forCase({});
    auto file = services->open(acquired.file, acquired.bytes);
    if (!file)
        return file.error();
    Reading reading;
    pipeline::PassReader reader(**file, reading, {});
    auto documents = pipeline::classifyFile(reader, {}, house.profiles, {order.profile});
    if (!documents)
        return withName(documents.error(), order.file);
    std::vector<MadeExemplar> made;
    for (Document& document : *documents) {
        if (const auto read = pipeline::extractFields(document, reader, house.profiles, *services, Date::today());
            !read)
            return withName(read.error(), order.file);
        for (const DocumentPart& part : document.parts) {
            const auto exemplar = pipeline::exemplarOf(reader, document, part, *profile);
            if (!exemplar)
                return withName(exemplar.error(), order.file);
            const auto path = written(*exemplar, order.folder);
            if (!path)
                return path.error();
            made.push_back(described(*exemplar, *profile, *path));
        }
    }
    return made;
}

} // namespace vidimus::app
