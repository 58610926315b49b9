#pragma once
#include "plugin_host/loader/loader.hpp"

#include <string_view>
#include <vector>

namespace vidimus::worker {

/// A row of a pack's table and the pack that it came from.
template <class Row> struct Offered {
    const loader::LoadedPack* pack = nullptr;
    const Row* row = nullptr;
    explicit operator bool() const { return row != nullptr; }
};

/// All packs that were loaded, in the order of their ids.
class PackTable {
public:
    void add(loader::LoadedPack pack) { m_packs.push_back(std::move(pack)); }
    /// An engine whose load failed is as good as absent.
    void dropEngine(std::string_view id) { m_failedEngines.emplace_back(id); }

    const std::vector<loader::LoadedPack>& packs() const { return m_packs; }
    std::vector<Offered<vidimus_engine_t>> engines() const;
    /// The engine of that id; where id is empty the default one: the engine that reads most languages.
    Offered<vidimus_engine_t> engine(std::string_view id) const;
    /// Readers that open this media type, in order.
    std::vector<Offered<vidimus_reader_t>> readersFor(std::string_view mediaType) const;
    Offered<vidimus_image_reader_t> imageReader(std::string_view id) const;
    /// A reader that can be handed pictures and answers such passes.
    Offered<vidimus_image_reader_t> imageReaderAnswering(std::string_view what) const;
    /// pack empty: the first that offers it.
    Offered<vidimus_check_t> check(std::string_view pack, std::string_view id) const;
    Offered<vidimus_validator_t> validator(std::string_view id) const;
    Offered<vidimus_field_reader_t> fieldReader(std::string_view id) const;

private:
    std::vector<loader::LoadedPack> m_packs;
    std::vector<std::string> m_failedEngines;
};

/// Is the text one of the list's?
bool holds(const vidimus_string_t* list, std::uint64_t count, std::string_view text);

} // namespace vidimus::worker
