#include "structure.hpp"

#include <openssl/provider.h>
#include <podofo/podofo.h>

#include <algorithm>
#include <limits>
#include <map>

namespace vidimus::pdf {

namespace {

constexpr int deepest = 32;
constexpr std::size_t mostNodes = 500'000; // of one object

Value converted(const PoDoFo::PdfVariant& from, std::size_t& budget, int depth)
{
    Value to;
    if (depth > deepest || budget == 0)
        return to;
    --budget;
    if (from.IsDictionary()) {
        to.kind = Value::Kind::Dictionary;
        for (const auto& [key, item] : from.GetDictionary().GetKeys()) {
            to.keys.push_back(key.GetName());
            to.items.push_back(item ? converted(*item, budget, depth + 1) : Value());
        }
    } else if (from.IsArray()) {
        to.kind = Value::Kind::Array;
        for (const auto& item : from.GetArray())
            to.items.push_back(converted(item, budget, depth + 1));
    } else if (from.IsReference()) {
        to.kind = Value::Kind::Reference;
        to.number = from.GetReference().ObjectNumber();
        to.generation = from.GetReference().GenerationNumber();
    } else if (from.IsNumber() || from.IsReal()) {
        to = Value::ofNumber(from.IsNumber() ? static_cast<double>(from.GetNumber()) : from.GetReal());
    } else if (from.IsName()) {
        to = Value::ofName(from.GetName().GetName());
    } else if (from.IsBool()) {
        to.kind = Value::Kind::Bool;
        to.number = from.GetBool();
    } else if ((from.IsString() || from.IsHexString()) && from.GetString().IsValid()) {
        const auto& text = from.GetString();
        to.kind = Value::Kind::String;
        if (text.IsUnicode())
            to.text = "\xfe\xff"; // PoDoFo takes the mark away
        to.text.append(text.GetString(), static_cast<std::size_t>(std::max<PoDoFo::pdf_long>(text.GetLength(), 0)));
    }
    return to;
}

/// Takes a stream's bytes up to a bound, then stops the filters by throwing through them.
class BoundedOutput final : public PoDoFo::PdfOutputStream {
public:
    struct Full { };
    BoundedOutput(std::string& out, std::size_t atMost)
        : m_out(out)
        , m_atMost(atMost)
    {
    }
    PoDoFo::pdf_long Write(const char* buffer, PoDoFo::pdf_long length) override
    {
        const auto room = m_atMost - m_out.size();
        m_out.append(buffer, std::min(static_cast<std::size_t>(length), room));
        if (static_cast<std::size_t>(length) > room)
            throw Full();
        return length;
    }
    void Close() override { }

private:
    std::string& m_out;
    std::size_t m_atMost;
};

/// Filters whose output is data; the others decode pictures, which nobody asks of us.
bool filtersAreForData(Objects& objects, const Value& stream)
{
    static constexpr std::string_view known[] = {"FlateDecode", "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx",
        "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt"};
    const Value& filter = objects.get(stream, "Filter");
    const auto isData = [](const Value& name) {
        return std::find(std::begin(known), std::end(known), std::string_view(name.text)) != std::end(known);
    };
    if (filter.isArray())
        return filter.items.size() <= 4
            && std::all_of(filter.items.begin(), filter.items.end(),
                [&](const Value& item) { return isData(objects.resolve(item)); });
    return filter.isNull() || isData(filter);
}

} // namespace

struct Document::Parsed {
    PoDoFo::PdfVecObjects objects;
    PoDoFo::PdfParser parser{&objects};
    std::map<std::pair<std::uint32_t, std::uint16_t>, Value> values;

    Parsed() { objects.SetAutoDelete(true); }
    PoDoFo::PdfObject* find(std::uint32_t number, std::uint16_t generation) const
    {
        return objects.GetObject(PoDoFo::PdfReference(number, generation));
    }
};

void prepareLibraries()
{
    // RC4 and the key derivation of older encryption stand in "legacy"; loading it makes "default" explicit too.
    // Loaded once however often this is called, and given back at the end.
    using Provider = std::unique_ptr<OSSL_PROVIDER, decltype(&OSSL_PROVIDER_unload)>;
    static const Provider legacy(OSSL_PROVIDER_load(nullptr, "legacy"), &OSSL_PROVIDER_unload);
    static const Provider standard(OSSL_PROVIDER_load(nullptr, "default"), &OSSL_PROVIDER_unload);
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
}

Document::Document(std::unique_ptr<Parsed> parsed)
    : m_parsed(std::move(parsed))
{
    std::size_t budget = mostNodes;
    if (const auto* trailer = m_parsed->parser.GetTrailer())
        m_trailer = converted(*trailer, budget, 0);
}

Document::~Document() = default;

std::unique_ptr<Document> Document::open(
    std::span<const std::uint8_t> bytes, const std::vector<std::string>& passwords, OpenProblem& problem)
{
    problem = OpenProblem::Malformed;
    if (bytes.size() < 8 || bytes.size() > std::numeric_limits<long>::max() / 2)
        return nullptr;
    auto parsed = std::make_unique<Parsed>();
    std::string used;
    try {
        parsed->parser.ParseFile(reinterpret_cast<const char*>(bytes.data()), static_cast<long>(bytes.size()), true);
    } catch (const PoDoFo::PdfError& error) {
        if (error.GetError() != PoDoFo::ePdfError_InvalidPassword)
            return nullptr;
        problem = OpenProblem::Encrypted;
        const auto opens = [&](const std::string& password) {
            try {
                parsed->parser.SetPassword(password);
                return true;
            } catch (const PoDoFo::PdfError&) {
                return false;
            }
        };
        const auto found = std::find_if(passwords.begin(), passwords.end(), opens);
        if (found == passwords.end())
            return nullptr;
        used = *found;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return nullptr;
    }
    std::unique_ptr<Document> document(new Document(std::move(parsed)));
    document->m_password = used;
    if (!document->catalog().isDictionary())
        return nullptr;
    problem = OpenProblem::None;
    return document;
}

const Value& Document::object(std::uint32_t number, std::uint16_t generation)
{
    const auto [at, isNew] = m_parsed->values.try_emplace({number, generation});
    if (!isNew)
        return at->second;
    try {
        if (auto* object = m_parsed->find(number, generation)) {
            std::size_t budget = mostNodes;
            Value value = converted(*object, budget, 0);
            if (value.isDictionary() && object->HasStream()) {
                value.number = number;
                value.generation = generation;
            }
            at->second = std::move(value);
        }
    } catch (const PoDoFo::PdfError&) {
        // A damaged object is an absent one (7.3.10).
    }
    return at->second;
}

std::string Document::decoded(const Value& stream, std::size_t atMost)
{
    std::string out;
    if (!stream.isStream() || !filtersAreForData(*this, stream))
        return out;
    BoundedOutput bounded(out, atMost);
    try {
        if (auto* object = m_parsed->find(static_cast<std::uint32_t>(stream.number), stream.generation))
            object->GetStream()->GetFilteredCopy(&bounded);
    } catch (const PoDoFo::PdfError&) {
        // What came out before the damage is kept, as viewers do.
    } catch (const BoundedOutput::Full&) {
    }
    return out;
}

std::string Document::raw(const Value& stream)
{
    std::string out;
    if (!stream.isStream())
        return out;
    BoundedOutput bounded(out, std::size_t(1) << 30);
    try {
        if (auto* object = m_parsed->find(static_cast<std::uint32_t>(stream.number), stream.generation))
            object->GetStream()->GetCopy(&bounded);
    } catch (const PoDoFo::PdfError&) {
        out.clear();
    } catch (const BoundedOutput::Full&) {
    }
    return out;
}

std::string Document::version()
{
    const Value& declared = get(catalog(), "Version");
    if (declared.kind == Value::Kind::Name)
        return declared.text;
    const auto version = static_cast<int>(m_parsed->parser.GetPdfVersion());
    return version <= 7 ? "1." + std::to_string(version) : "2.0";
}

bool Document::encrypted() const
{
    return m_parsed->parser.GetEncrypted();
}

bool Document::linearized() const
{
    return m_parsed->parser.IsLinearized();
}

} // namespace vidimus::pdf
