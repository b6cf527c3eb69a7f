import type { ReactNode } from 'react';
import { Cell, Column, Row, Table as AriaTable, TableBody, TableHeader } from 'react-aria-components';
import { Icon } from './icon.tsx';

export type TableColumn = {
  readonly id: string;
  readonly name: string;
  readonly isRowHeader?: boolean;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
};
export type TableSort = { readonly column: string; readonly direction: 'ascending' | 'descending' };

export type TableProps<R extends { readonly id: string }> = {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly R[];
  readonly cell: (row: R, column: string) => ReactNode;
  /** What a row is called when read aloud or found by typing. */
  readonly nameOf: (row: R) => string;
  readonly selected?: string | null;
  readonly onSelect?: (id: string) => void;
  /** Enter or a double click. */
  readonly onOpen?: (id: string) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
};

const Head = ({ column }: { readonly column: TableColumn }) => (
  <Column
    id={column.id}
    isRowHeader={column.isRowHeader ?? false}
    allowsSorting={column.isSortable ?? false}
    className={`th ${column.isNumber ? 'number' : ''}`}
  >
    {({ sortDirection }) => (
      <span className="th-words">
        {column.name}
        {sortDirection ? <Icon name={sortDirection === 'ascending' ? 'up' : 'down'} size={12} /> : null}
      </span>
    )}
  </Column>
);

/** A table whose rows can be selected (arrows, click) and opened (Enter, double click). */
export const Table = <R extends { readonly id: string }>({
  label,
  columns,
  rows,
  cell,
  nameOf,
  selected = null,
  onSelect,
  onOpen,
  sort,
  onSort,
}: TableProps<R>) => (
  <AriaTable
    className="table"
    aria-label={label}
    {...(onSelect ? { selectionMode: 'single' as const, selectionBehavior: 'replace' as const } : {})}
    selectedKeys={selected === null ? [] : [selected]}
    onSelectionChange={(keys) => {
      const [first] = keys === 'all' ? [] : [...keys];
      if (first !== undefined) onSelect?.(String(first));
    }}
    {...(onOpen ? { onRowAction: (key) => onOpen(String(key)) } : {})}
    {...(sort ? { sortDescriptor: sort } : {})}
    {...(onSort ? { onSortChange: ({ column, direction }) => onSort({ column: String(column), direction }) } : {})}
  >
    <TableHeader>
      {columns.map((column) => (
        <Head key={column.id} column={column} />
      ))}
    </TableHeader>
    <TableBody>
      {rows.map((row) => (
        <Row key={row.id} id={row.id} textValue={nameOf(row)} className="tr">
          {columns.map((column) => (
            <Cell key={column.id} className={`td ${column.isNumber ? 'number' : ''}`}>
              {cell(row, column.id)}
            </Cell>
          ))}
        </Row>
      ))}
    </TableBody>
  </AriaTable>
);
